import { htmlNode } from "../map/nodes.js";
import { pairsOf } from "./selection.js";

const ASKED = ["theme", "scheme", "status", "benefit", "kind", "service", "area", "from", "to", "q", "layer", "outlines", "colour", "markers"];

/** Fill the forms of a page as a selection has them: counts, ticks, and what is carried unseen. */
export function fillForm(page, { atlas, selection, facets }) {
  const pairs = pairsOf(selection, atlas);
  carry(page, "carried", pairs.filter(([name]) => !ASKED.includes(name)));
  carry(page, "choice-carried", pairs.filter(([name]) => name !== "at"));
  for (const count of page.querySelectorAll('[data-region^="count-"]')) {
    count.textContent = `(${facets[count.dataset.region.replace("count-", "")] ?? 0})`;
  }
  for (const field of page.querySelectorAll("form[data-follows] :is(input, select)[id]")) {
    const value = selection[field.name];
    if (["checkbox", "radio"].includes(field.type)) field.checked = [value].flat().includes(field.value);
    else field.value = value ?? "";
  }
}

function carry(page, name, pairs) {
  const fields = pairs.map(([field, value]) => htmlNode("input", { type: "hidden", name: field, value }));
  page.querySelector(`[data-region="${name}"]`).replaceChildren(...fields);
}
