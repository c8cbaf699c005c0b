// @ts-check
/**
 * When to send what, by the rules that a page carries.
 *
 * A day is a number counted in UTC, so that no clock change moves it; minutes are counted from the same beginning.
 */

/**
 * @typedef {object} HoursRule in minutes; times of day from midnight
 * @property {number} wait
 * @property {number} within
 * @property {number} day_begins
 * @property {number} day_ends
 * @property {number} morning
 *
 * @typedef {object} DaysRule
 * @property {number} earliest_days
 * @property {boolean} earliest_on_working_day
 * @property {number} suggested_days
 * @property {number} latest_days
 * @property {boolean} latest_from_suggested
 * @property {number} suggested_at in minutes from midnight
 *
 * @typedef {object} Rules
 * @property {HoursRule} thankYou
 * @property {DaysRule} followUp
 * @property {DaysRule} afterTimeFrame
 * @property {DaysRule} secondFollowUp
 *
 * @typedef {object} Span in minutes for a thank-you, in days for a follow-up
 * @property {number} earliest
 * @property {number} suggested
 * @property {number} latest
 *
 * @typedef {Span & {moment: number}} Days a follow-up's, with the suggested time in minutes
 */

export const MINUTES_A_DAY = 24 * 60;
const MILLISECONDS_A_DAY = MINUTES_A_DAY * 60_000;
const FRIDAY = 4;

/** @param {string} text `YYYY-MM-DD` @returns {number} */
export function dayOf(text) {
  return Date.parse(`${text}T00:00Z`) / MILLISECONDS_A_DAY;
}

/** @param {number} day @returns {string} `YYYY-MM-DD` */
export function isoOf(day) {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** @param {number} day after 1970 @returns {number} 0 on Mondays */
export function weekdayOf(day) {
  // Day 0 was a Thursday.
  return (day + 3) % 7;
}

/** @param {number} day @returns {number} the first Monday-to-Friday day from it on */
function workingDay(day) {
  const weekday = weekdayOf(day);
  return weekday > FRIDAY ? day + 7 - weekday : day;
}

/**
 * @param {number} end of the interview, in minutes
 * @param {Rules} rules
 * @returns {Span}
 */
export function thankYou(end, { thankYou: rule }) {
  const latest = end + rule.within;
  let suggested = end + rule.wait;
  const time = suggested % MINUTES_A_DAY;
  const midnight = suggested - time;
  if (time < rule.day_begins) suggested = midnight + rule.morning;
  else if (time > rule.day_ends) suggested = midnight + MINUTES_A_DAY + rule.morning;
  return { earliest: end, suggested, latest };
}

/**
 * @param {number} day of the interview
 * @param {number | null} frame the last day of the time they gave
 * @param {Rules} rules
 * @returns {{followUp: Days, secondFollowUp: Days}}
 */
export function followUps(day, frame, rules) {
  const followUp = frame === null ? byDays(day, rules.followUp) : byDays(frame, rules.afterTimeFrame);
  return { followUp, secondFollowUp: byDays(followUp.suggested, rules.secondFollowUp) };
}

/**
 * @param {number} anchor the day that the rule counts from
 * @param {DaysRule} rule
 * @returns {Days}
 */
function byDays(anchor, rule) {
  const earliest = anchor + rule.earliest_days;
  const suggested = workingDay(anchor + rule.suggested_days);
  const from = rule.latest_from_suggested ? suggested : anchor;
  return {
    earliest: rule.earliest_on_working_day ? workingDay(earliest) : earliest,
    suggested,
    moment: suggested * MINUTES_A_DAY + rule.suggested_at,
    latest: Math.max(from + rule.latest_days, suggested),
  };
}
