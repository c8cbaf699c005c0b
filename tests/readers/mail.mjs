// @ts-check
// Read the mail links and draft files that standard input lists as JSON, and write what a browser's own reading of
// addresses and postal-mime see in them.

import { json } from "node:stream/consumers";
import PostalMime from "postal-mime";

/**
 * Return what a mail link says; a name that stands twice is not taken twice.
 * @param {string} link
 */
function readLink(link) {
  const { protocol, pathname, search, hash, searchParams } = new URL(link);
  if (protocol !== "mailto:" || hash !== "" || search.includes("+")) {
    throw new Error(`not a plain mail link: ${link}`);
  }
  return { to: decodeURIComponent(pathname), fields: [...searchParams] };
}

/**
 * Return what a draft file says.
 * @param {string} file its bytes, in base64
 */
async function readDraft(file) {
  const { subject, text, from, to, headers, attachments } = await PostalMime.parse(Buffer.from(file, "base64"));
  return { subject, text, from, to, names: headers.map(({ key }) => key), attachments: attachments.length };
}

const { links, drafts } = /** @type {{links: string[], drafts: string[]}} */ (await json(process.stdin));
process.stdout.write(JSON.stringify({ links: links.map(readLink), drafts: await Promise.all(drafts.map(readDraft)) }));
