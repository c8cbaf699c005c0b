// @ts-check
/** The form's values as one object: read from its controls, and put into them. */

/** @typedef {import("./errors.js").Control} Control */
/** @typedef {Record<string, string>} Values by the names of the controls; of ticks and choices only what is chosen */

/**
 * @param {HTMLFormElement} form
 * @param {(control: Control) => boolean} [which]
 * @returns {Values} also of what the present situation does not ask for
 */
export function readValues(form, which = () => true) {
  /** @type {Values} */
  const values = {};
  for (const control of controlsOf(form)) {
    if ((!isTick(control) || control.checked) && which(control)) values[control.name] = control.value;
  }
  return values;
}

/**
 * What a person has typed or chosen already, perhaps before any script ran.
 * @param {HTMLFormElement} form
 */
export function readChanged(form) {
  return readValues(form, (control) => {
    if (control instanceof HTMLSelectElement) return ![...control.selectedOptions].every((one) => one.defaultSelected || one.index === 0);
    return isTick(control) ? !control.defaultChecked : control.value !== control.defaultValue;
  });
}

/**
 * Put values into the form; what they do not name is as it was at first.
 * @param {HTMLFormElement} form
 * @param {import("./people.js").People} people
 * @param {Values} values
 */
export function putValues(form, people, values) {
  const places = Object.keys(values).map((name) => Number(/^interviewers-(\d+)-/.exec(name)?.[1] ?? 0));
  people.make(Math.max(...places, 0) + 1);
  form.reset();
  for (const control of controlsOf(form)) {
    const value = values[control.name];
    if (value === undefined) {
      // Of a hidden field the browser takes the present value for the first one.
      if (control.type === "hidden") control.value = "";
    } else if (isTick(control)) {
      control.checked = control.value === value;
    } else {
      // The device's own zone may be in no list.
      if (control instanceof HTMLSelectElement && ![...control.options].some((one) => one.value === value)) {
        if (control.name !== "time_zone") continue;
        control.add(new Option(value, value), 1);
      }
      control.value = value;
    }
  }
}

/** @param {HTMLFormElement} form */
export function controlsOf(form) {
  return /** @type {Control[]} */ ([...form.elements].filter((one) => "name" in one && one.name && !one.matches("fieldset, button")));
}

/** @param {Control} control @returns {control is HTMLInputElement} */
function isTick(control) {
  return control.type === "checkbox" || control.type === "radio";
}
