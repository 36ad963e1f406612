import { suggestionsAddress } from "./suggestions.js";

/**
 * All that scripts ask of the server. A site without one has `site/server.js` in the place of this
 * module, which answers the same from data files.
 */

/** A page, and whether it is the one asked for and not one that says what is wrong. */
export async function pageOf(address, signal) {
  const response = await fetch(address, { headers: { Accept: "text/html" }, signal });
  return { ok: response.ok, page: parsed(await response.text()) };
}

/** A part of a page; fails when it does not arrive. */
export async function partOf(address) {
  return parsed(await (await arrived(address)).text());
}

/** Values; fails when they do not arrive. */
export async function valuesOf(address) {
  return (await arrived(address)).json();
}

/** What can be found by a text, for the suggestions of the search. */
export function suggestionsOf(address, typed) {
  return valuesOf(suggestionsAddress(address, typed));
}

/** Where a link to a page leads. */
export function linkTo(page) {
  return page;
}

async function arrived(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response;
}

function parsed(text) {
  return new DOMParser().parseFromString(text, "text/html");
}
