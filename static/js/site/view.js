import { htmlNode } from "../map/nodes.js";
import { answer, fileOf } from "./answers.js";
import { Cells } from "./cells.js";
import { fillForm } from "./form.js";
import { counted, keyOf, patternsOf } from "./key.js";
import { legendOf } from "./legend.js";
import { placeLine, placeOf, placeSection } from "./place.js";
import { fillResults } from "./results.js";
import { facetsOf, loosened, narrows, projectsOf, queryFor, readSelection, said } from "./selection.js";
import { stateOf } from "./state.js";

const MAPS = { "index.html": {}, "fire.html": { layer: "fire" }, "ambulance.html": { layer: "ambulance" }, "table.html": { view: "table" }, "cards.html": { view: "cards" }, "embed.html": {} };
const FILES = { map: "index.html", table: "table.html", cards: "cards.html" };

/** The page as it came, which shows all projects, without the map: every view is made from it. */
const whole = withoutMap(document.documentElement.cloneNode(true));

/** Whether a file of the site is a page of the map, of which this can make every view. */
export function isMap(file) {
  return file in MAPS;
}

/**
 * Make the page of a view, as the server would write it; null where it is another kind of page. What
 * cannot be understood is said, and all projects are shown.
 */
export async function viewAt(url) {
  const file = fileOf(url);
  const atlas = await answer("atlas");
  const [selection, refusal] = understood(url, MAPS[file], atlas);
  const own = fileOf(window.location.href);
  if (!isMap(own) || kindOf(file, selection) !== kindOf(own, whatIs(own))) return null;
  const projects = projectsOf(selection, atlas);
  const view = { atlas, selection, projects, refusal, legend: legendOf(selection, atlas, projects) };
  view.facets = facetsOf(selection, atlas);
  view.loosened = projects.length ? [] : loosened(selection, atlas);
  view.place = selection.at ? placeOf(await cellAt(selection.at), projects, atlas) : null;
  view.address = (changes) => addressIn({ ...selection, ...changes }, atlas);
  return filled(new DOMParser().parseFromString(whole, "text/html"), view, file === "embed.html");
}

/** The address of a view whose address names a page of another kind; null where it is this one. */
export async function elsewhere(url) {
  const file = fileOf(url);
  const atlas = await answer("atlas");
  const [selection] = understood(url, MAPS[file], atlas);
  return kindOf(file, selection) === kindOf(file, whatIs(file)) ? null : addressIn(selection, atlas);
}

/** The address of a view: the file of its kind, and the rest as a query. */
export function addressIn(selection, atlas) {
  const query = queryFor({ ...selection, view: "map" }, atlas);
  return query ? `${FILES[selection.view]}?${query}` : FILES[selection.view];
}

function understood(url, base, atlas) {
  try {
    return [readSelection(url.search, base, atlas), null];
  } catch ({ message }) {
    return [readSelection("", base, atlas), `${message} All projects are shown.`];
  }
}

function whatIs(file) {
  return { view: MAPS[file].view ?? "map" };
}

function kindOf(file, { view }) {
  return file === "embed.html" ? "embed" : view;
}

async function cellAt(at) {
  const cells = new Cells(await answer("map/detail"));
  return cells.at(at.split(",").map(Number));
}

function filled(page, view, embedded) {
  const { atlas, selection, projects, legend, place, refusal } = view;
  const region = (name, ...nodes) => page.querySelector(`[data-region="${name}"]`)?.replaceChildren(...nodes);
  region("fills", patternsOf(legend, atlas.fills));
  region("said", refusal ?? `${counted(projects.length, "project")}: ${said(selection, atlas)}`);
  region("state", JSON.stringify(stateOf(selection, atlas, projects, legend, place)));
  const key = page.querySelector('[data-region="legend"]');
  key?.replaceChildren(...keyOf(legend, (theme) => view.address({ theme: [theme] })), ...[...key.children].slice(3));
  if (embedded) {
    region("place", ...(place ? [placeLine(place, atlas)] : []), wholeMap(view.address({})));
    return page;
  }
  if (place) region("place", placeSection(place, selection, atlas, view.address({ at: null })));
  region("loosen", ...(projects.length ? [] : [looserViews(view)]));
  fillForm(page, view);
  fillTools(page, view);
  fillResults(page, view, looserViews);
  return page;
}

/** What to loosen when nothing is found. */
function looserViews(view) {
  const box = htmlNode("div", { class: "govuk-inset-text app-loosen" });
  const link = (href, text) => htmlNode("a", { class: "govuk-link", href }, text);
  const found = view.loosened.map(({ without, selection, projects }) =>
    htmlNode("li", {}, link(addressIn(selection, view.atlas), without), ` (then ${counted(projects, "project")})`),
  );
  box.append(htmlNode("p", { class: "govuk-body" }, `No project in the register is like that.${found.length ? " Leave out one filter:" : ""}`));
  if (found.length) box.append(htmlNode("ul", { class: "govuk-list govuk-list--bullet" }, ...found));
  box.append(htmlNode("p", { class: "govuk-body" }, link("index.html", "Show all projects")));
  return box;
}

function wholeMap(href) {
  const link = htmlNode("a", { class: "govuk-link", href, target: "_blank", rel: "noopener" }, "Open the whole map (new tab)");
  return htmlNode("p", { class: "app-embed__place" }, link);
}

function withoutMap(page) {
  page.querySelector(".app-map")?.replaceChildren();
  return page.outerHTML;
}

/** The links to other faces of the view. Sheets of a selection cannot be made here, so none is offered. */
function fillTools(page, { atlas, selection, address }) {
  const tools = page.querySelector('[data-region="tools"]');
  const layer = selection.layer === "police" ? "" : `-${selection.layer}`;
  for (const link of tools.querySelectorAll(".app-switch a")) {
    const view = link.textContent.toLowerCase();
    link.href = address({ view });
    link.toggleAttribute("aria-current", false);
    if (view === selection.view) link.setAttribute("aria-current", "true");
  }
  for (const link of tools.querySelectorAll("a[href^='export/areas']")) {
    link.setAttribute("href", link.getAttribute("href").replace(/^export\/areas(-\w+)?\./, `export/areas${layer}.`));
  }
  const name = atlas.layers[selection.layer];
  tools.querySelector(".app-formats__what").textContent = name[0].toUpperCase() + name.slice(1);
  const print = tools.querySelector(".app-map-page__print");
  print.href = `print${layer}.html`;
  print.toggleAttribute("hidden", narrows(selection) || Boolean(selection.at));
  const [link, embed] = tools.querySelectorAll("[data-address]");
  link.dataset.address = address({});
  const query = queryFor({ ...selection, view: "map" }, atlas);
  embed.dataset.address = query ? `embed.html?${query}` : "embed.html";
}
