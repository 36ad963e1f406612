import { htmlNode } from "../map/nodes.js";
import { addressOf, answer } from "./answers.js";

/** Go to the page of two services, which there is where they share ground; say so where they do not. */
export async function showPair(search) {
  const asked = new URLSearchParams(search);
  const [one, two] = [asked.get("one"), asked.get("two")];
  const { pairs, services } = await answer("atlas");
  if (!(one in services) || !(two in services)) return;
  if (pairs.includes(`${one}-${two}`) || pairs.includes(`${two}-${one}`)) {
    window.location.replace(addressOf(`boundaries/${one}-${two}.html`));
    return;
  }
  const form = document.querySelector(".app-pair-form");
  form.elements.one.value = one;
  form.elements.two.value = two;
  form.append(htmlNode("p", { class: "govuk-body", role: "status" }, `${services[one]} and ${services[two]} share no ground, so they have no page together.`));
}
