// @ts-check
/** What the page says where the browser refuses something. */

export const CANNOT = "This browser cannot keep the interview that is in the form, so it stays there. Save it as a file, then empty the form.";
export const DENIED = "This browser did not let the page do that. It may be out of space, or the window may be private.";
