// @ts-check
// Read the calendar files whose texts standard input lists as JSON, and write what ical.js sees in each, or its error.

import { json } from "node:stream/consumers";
import ICAL from "ical.js";

/**
 * Return the events of a calendar, its times in UTC.
 * @param {string} text
 */
function events(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component, { strictExceptions: true });
    const alarms = component.getAllSubcomponents("valarm");
    return {
      uid: event.uid,
      starts: event.startDate.toJSDate().toISOString(),
      ends: event.endDate.toJSDate().toISOString(),
      summary: event.summary,
      description: event.description,
      triggers: alarms.map((alarm) => String(alarm.getFirstPropertyValue("trigger"))),
    };
  });
}

/** @param {string} text */
function read(text) {
  try {
    return { events: events(text) };
  } catch (error) {
    return { error: String(error) };
  }
}

const texts = /** @type {string[]} */ (await json(process.stdin));
process.stdout.write(JSON.stringify(texts.map(read)));
