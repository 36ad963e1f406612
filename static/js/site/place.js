import { htmlNode } from "../map/nodes.js";
import { cellOf, listing, narrows } from "./selection.js";

const KINDS = ["police", "fire", "ambulance"];
const LABELS = { police: "Police force", fire: "Fire and rescue authority", ambulance: "Ambulance trust" };
const LINK = { class: "govuk-link govuk-link--no-visited-state" };
const HEADING = { class: "govuk-heading-s app-place__theme" };

/** What there is at a place: its services, the projects of a selection by theme, and the gaps. */
export function placeOf(cellId, projects, atlas) {
  const cell = cellOf(atlas, cellId);
  if (!cell) return { cell: null, services: [], groups: [], notRecorded: [], number: 0 };
  const kept = new Set(projects.map(({ id }) => id));
  const here = atlas.projects.filter(({ id }) => kept.has(id) && cell.projects.includes(id));
  const groups = atlas.themes.map(({ id, name }) => ({ name, projects: here.filter(({ theme }) => theme === id) }));
  return {
    cell,
    services: cell.id.split("-").map((code, index) => ({ kind: KINDS[index], code })),
    groups: groups.filter((group) => group.projects.length),
    notRecorded: groups.filter((group) => !group.projects.length).map(({ name }) => name),
    number: here.length,
  };
}

/** The place as the panel of the map shows it; `clear` is the address of the view without it. */
export function placeSection(place, selection, atlas, clear) {
  const section = htmlNode("section", { class: "app-place", "aria-labelledby": "place-heading", "data-place": "" });
  section.append(htmlNode("h2", { class: "govuk-heading-m app-place__heading", id: "place-heading", tabindex: "-1" }, headingOf(place)));
  if (place.cell) section.append(...onLand(place, selection, atlas));
  else section.append(htmlNode("p", { class: "govuk-body" }, "No police, fire or ambulance area covers this point: it lies at sea, on tidal water, or outside England and Wales."));
  section.append(htmlNode("p", { class: "govuk-body-s" }, htmlNode("a", { ...LINK, href: clear, "data-clear": "" }, "Clear this place")));
  return section;
}

/** The place in one line, for the map alone in a frame. */
export function placeLine(place, atlas) {
  const names = listing(place.services.map(({ code }) => atlas.names[code]));
  const said = place.cell ? `${names}: ${headingOf(place)}.` : `${headingOf(place)}.`;
  return htmlNode("p", { class: "app-embed__place", id: "place-heading", tabindex: "-1" }, said);
}

function headingOf({ cell, number }) {
  if (!cell) return "No services at this place";
  return `${number} ${number === 1 ? "project" : "projects"} at this place`;
}

function onLand({ cell, services, groups, notRecorded }, selection, atlas) {
  const nodes = [
    htmlNode("dl", { class: "app-place__services" }, ...services.map(({ kind, code }) => serviceNode(kind, code, atlas))),
    htmlNode("p", { class: "govuk-body-s" }, cell.said),
    ...groups.flatMap(({ name, projects }) => [
      htmlNode("h3", HEADING, name),
      htmlNode("ul", { class: "govuk-list app-place__projects" }, ...projects.map(projectNode)),
    ]),
  ];
  if (!notRecorded.length) return nodes;
  const ofThese = narrows(selection) ? "Of the projects chosen: " : "";
  return [...nodes, htmlNode("h3", HEADING, atlas.fills.nothing), htmlNode("p", { class: "govuk-body-s" }, `${ofThese}${listing(notRecorded)}.`)];
}

function serviceNode(kind, code, atlas) {
  const link = htmlNode("a", { ...LINK, href: `areas/${kind}/${code}.html` }, atlas.names[code]);
  return htmlNode("div", {}, htmlNode("dt", {}, LABELS[kind]), htmlNode("dd", {}, link));
}

function projectNode({ id, title, lines: [status, ...lines] }) {
  return htmlNode(
    "li",
    {},
    htmlNode("a", { ...LINK, href: `projects/${id}.html` }, title),
    htmlNode("span", { class: "app-place__status" }, status),
    ...lines.map((line) => htmlNode("span", { class: "app-place__line" }, line)),
  );
}
