import { withParameter } from "./query.js";
import { pageOf } from "./server.js";

const SLOW = 150;
let latest = null;

/**
 * Show another view of the page without loading it whole: the server draws every view, and what
 * differs is put in place of the old. The address stays the view's own. Regions keep their elements,
 * so that a live region is read out; the filters keep theirs, so that the focus stays.
 */
export async function show(address, { push = true } = {}) {
  latest?.abort();
  latest = new AbortController();
  const { signal } = latest;
  const busy = setTimeout(() => document.body.setAttribute("aria-busy", "true"), SLOW);
  signal.addEventListener("abort", () => clearTimeout(busy));
  try {
    const { ok, page } = await pageOf(address, signal);
    if (ok && sameRegions(page)) swap(page);
    else return load(address, push);
  } catch (error) {
    if (signal.aborted) return;
    document.dispatchEvent(new CustomEvent("escwg:failed", { detail: error }));
    return;
  } finally {
    clearTimeout(busy);
    if (!signal.aborted) document.body.removeAttribute("aria-busy");
  }
  if (push) window.history.pushState(null, "", address);
  document.dispatchEvent(new CustomEvent("escwg:shown"));
}

/** Show what there is at a place; on the page that is shown already, its other filters stay. */
export async function goToPlace(path, at) {
  const page = new URL(path, window.location.href);
  if (page.pathname !== window.location.pathname || !document.querySelector("[data-region=place]")) {
    window.location.assign(withParameter(page.href, "at", at));
    return;
  }
  await show(withParameter(window.location.href, "at", at));
  document.getElementById("place-heading")?.focus();
}

/** Load a page whole: another kind of page, or one that says what is wrong. */
function load(address, push) {
  if (push) window.location.assign(address);
  else window.location.reload();
}

function regions(page) {
  return new Map([...page.querySelectorAll("[data-region]")].map((region) => [region.dataset.region, region]));
}

function sameRegions(page) {
  return [...regions(document).keys()].join() === [...regions(page).keys()].join();
}

function swap(page) {
  const fresh = regions(page);
  for (const [name, region] of regions(document)) {
    if (region.innerHTML === fresh.get(name).innerHTML) continue;
    const back = focusIn(region);
    region.replaceChildren(...document.adoptNode(fresh.get(name)).childNodes);
    back();
  }
  for (const field of document.querySelectorAll("form[data-follows] :is(input, select)[id]")) {
    const other = page.getElementById(field.id);
    if (other) setTo(field, other);
  }
  document.title = page.title;
}

/** Remember what has the focus in a region, and give it back to what stands there afterwards. */
function focusIn(region) {
  const inside = () => [...region.querySelectorAll("a, button, input, select, summary")];
  const index = inside().indexOf(document.activeElement);
  if (index < 0) return () => {};
  const { textContent } = document.activeElement;
  return () => (inside().find((each) => each.textContent === textContent) ?? inside()[index])?.focus();
}

function setTo(field, other) {
  if (["checkbox", "radio"].includes(field.type)) field.checked = other.checked;
  else if (field !== document.activeElement) field.value = other.value;
}
