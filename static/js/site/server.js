import { answer, fileOf } from "./answers.js";
import { best } from "./finding.js";
import { isMap, viewAt } from "./view.js";

/** In the place of `lib/server.js` where there is no server: the same answers, from data files. */
export async function pageOf(address) {
  const url = new URL(address, window.location.href);
  const page = isMap(fileOf(url)) ? await viewAt(url) : null;
  return { ok: page !== null, page };
}

/** The card of a project, by the address that it has on a server. */
export async function partOf(address) {
  const [, id] = address.match(/projects\/([^/]+)\/card$/);
  return new DOMParser().parseFromString((await answer("cards"))[id], "text/html");
}

/** Where a link to a page leads: the map's pages lie at the top of the folder. */
export function linkTo(page) {
  return `${page.slice(1)}.html`;
}

/** The shapes of the map, by the address of the file that a server has them in. */
export function valuesOf(address) {
  return answer(fileOf(address).replace(/\.json$/, ""));
}

/** What can be found by a text: beginnings of words, without forgiving slips. */
export async function suggestionsOf(address, typed) {
  const found = best(typed, await answer("search"));
  return found.slice(0, 10).map(({ name, kind, address: page, map }) => ({ text: name, kind, address: map || page }));
}
