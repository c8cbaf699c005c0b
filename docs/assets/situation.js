// @ts-check
/** What one situation alone asks for: shown in it, switched off in the others, with what was typed kept. */

/** @param {HTMLFormElement} form */
export function showOnly(form) {
  const situation = /** @type {HTMLSelectElement} */ (form.elements.namedItem("situation"));

  /** @param {HTMLFieldSetElement} group */
  const isAskedFor = ({ dataset }) => {
    if (dataset["only"]?.split(" ").includes(situation.value)) return true;
    const tick = /** @type {HTMLInputElement | null} */ (dataset["ticked"] && form.elements.namedItem(dataset["ticked"]));
    if (tick?.checked) return true;
    const most = Number(dataset["morePeople"] ?? Infinity);
    return form.querySelectorAll("[data-person]").length > most;
  };

  const update = () => {
    for (const group of /** @type {NodeListOf<HTMLFieldSetElement>} */ (form.querySelectorAll("[data-only]"))) {
      group.hidden = group.disabled = !isAskedFor(group);
    }
  };

  // Before the form is read for a plan: this listener is the first, and people who are added tell it by a change.
  form.addEventListener("input", update);
  form.addEventListener("change", update);
  update();
}
