// @ts-check
/** What belongs to the interview in the form beside its values, in this tab, at once: the browser's own storage may answer too late. */
import { inTab } from "./storage.js";

const BESIDE = "after-the-interview:beside";

/** @returns {any} what this tab was left with */
export function readBeside() {
  return inTab.readJson(BESIDE);
}

/** @param {object} beside */
export function writeBeside(beside) {
  inTab.write(BESIDE, JSON.stringify(beside));
}

export function forgetBeside() {
  inTab.remove(BESIDE);
}
