import { counted } from "./key.js";
import { narrows } from "./selection.js";

/** Keep the rows, or the cards, of the projects found, in their order; say what to loosen if none. */
export function fillResults(page, view, looserViews) {
  const results = page.querySelector('[data-region="results"]');
  const { projects, selection } = view;
  listsOfAreas(results, selection);
  const list = results.querySelector(".app-table, .app-cards");
  if (!projects.length) {
    results.querySelector(".app-switch")?.remove();
    list.replaceWith(looserViews(view));
    return;
  }
  const held = new Map([...list.querySelectorAll("tbody tr, .app-cards__card")].map((item) => [idOf(item), item]));
  (list.querySelector("tbody") ?? list).replaceChildren(...projects.map(({ id }) => held.get(id)));
  if (list.matches(".app-table")) heading(list, view);
  for (const link of results.querySelectorAll(".app-switch a")) {
    const sort = sortOf(link);
    link.setAttribute("href", view.address({ sort }));
    link.toggleAttribute("aria-current", false);
    if (sort === selection.sort) link.setAttribute("aria-current", "true");
  }
}

/** The lists of areas and of gaps count all projects, so a view with filters does not lead there. */
function listsOfAreas(results, selection) {
  const links = results.querySelectorAll("p a[href^='areas'], p a[href^='gaps']");
  const layer = selection.layer === "police" ? "" : `-${selection.layer}`;
  for (const link of links) link.setAttribute("href", link.getAttribute("href").replace(/^(areas|gaps).*$/, `$1${layer}.html`));
  if (narrows(selection)) links[0]?.closest("p").remove();
}

function heading(table, { projects, selection, address }) {
  const caption = `${counted(projects.length, "project")} as recorded in the 2016 overview`;
  table.setAttribute("aria-label", caption);
  table.querySelector("caption").textContent = caption;
  for (const link of table.querySelectorAll(".app-table__sort")) {
    const key = sortOf(link).replace("-", "");
    const order = { [key]: "ascending", [`-${key}`]: "descending" }[selection.sort];
    link.setAttribute("href", address({ sort: order === "ascending" ? `-${key}` : key }));
    link.querySelector("[aria-hidden]")?.remove();
    link.closest("th").toggleAttribute("aria-sort", false);
    if (!order) continue;
    link.closest("th").setAttribute("aria-sort", order);
    const arrow = document.createElement("span");
    arrow.setAttribute("aria-hidden", "true");
    arrow.textContent = order === "ascending" ? " ▲" : " ▼";
    link.append(arrow);
  }
}

function sortOf(link) {
  return new URLSearchParams(link.getAttribute("href").split("?")[1]).get("sort") ?? "";
}

function idOf(item) {
  return item.querySelector("a[href^='projects/']").getAttribute("href").slice("projects/".length, -".html".length);
}
