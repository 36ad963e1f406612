import { htmlNode } from "../map/nodes.js";
import { answer } from "./answers.js";
import { best, typedPlace } from "./finding.js";
import { counted } from "./key.js";

const MOST = 100;
const LINK = { class: "govuk-link govuk-link--no-visited-state" };

/** Show on the page of the search what a text finds; a place leads to the map. */
export async function showFindings(asked) {
  const text = asked.get("q") ?? "";
  const at = asked.get("at") ?? typedPlace(text);
  if (at) {
    window.location.replace(`index.html?at=${at}`);
    return;
  }
  const field = document.querySelector("#main input[name=q]");
  field.value = text;
  const found = best(text, await answer("search"));
  const holder = document.querySelector(".app-places");
  while (holder.lastElementChild.matches("h2, ul, ol, p")) holder.lastElementChild.remove();
  holder.append(...(found.length ? findingsOf(text, found) : [nothing(text)]));
}

function findingsOf(text, found) {
  const heading = htmlNode("h2", { class: "govuk-heading-m", id: "results" }, `${counted(found.length, "result")} for “${text}”`);
  const list = htmlNode("ol", { class: "app-findings", "aria-labelledby": "results" }, ...found.slice(0, MOST).map(findingNode));
  if (found.length <= MOST) return [heading, list];
  return [heading, htmlNode("p", { class: "govuk-body" }, `The best ${MOST} are shown. Add a word to find fewer.`), list];
}

function nothing(text) {
  const heading = htmlNode("h2", { class: "govuk-heading-m" }, `Nothing found for “${text}”`);
  const help = "Check the spelling: this site, which has no server, forgives no slips. Use fewer words, or the name of a larger place.";
  return htmlNode("div", {}, heading, htmlNode("p", { class: "govuk-body" }, help));
}

function findingNode({ name, kind, detail, address, map, links }) {
  const more = map ? [...links, ["Show on the map", map]] : links;
  const title = htmlNode("h3", { class: "govuk-heading-s app-finding__name" }, htmlNode("a", { ...LINK, href: address }, name));
  const line = htmlNode("p", { class: "app-finding__line" }, htmlNode("span", { class: "app-finding__kind" }, `${kind}.`), ` ${detail}`);
  const item = htmlNode("li", { class: "app-finding" }, title, line);
  if (more.length) item.append(htmlNode("ul", { class: "app-finding__links" }, ...more.map(([text, href]) => htmlNode("li", {}, htmlNode("a", { ...LINK, href }, text)))));
  return item;
}
