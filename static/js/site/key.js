import { htmlNode, svgNode } from "../map/nodes.js";

/** The fills as SVG patterns: all textures, and the stripes of a legend. */
export function patternsOf(legend, { textures, band }) {
  const defs = svgNode("defs", {}, ...textures.map(patternOf), ...legend.stripes.map((each) => stripesOf(each, band)));
  return svgNode("svg", { class: "app-fills", width: 0, height: 0, "aria-hidden": "true", focusable: "false" }, defs);
}

/** The legend's heading, rows and note; a theme's name keeps only that theme. */
export function keyOf(legend, addressOfTheme) {
  return [
    htmlNode("h2", { class: "govuk-heading-s app-legend__heading" }, legend.heading),
    htmlNode("ul", { class: "app-legend" }, ...legend.rows.map((row) => rowOf(row, addressOfTheme))),
    htmlNode("p", { class: "govuk-body-s app-legend__note" }, legend.note),
  ];
}

export function counted(number, noun) {
  return `${number.toLocaleString("en-GB")} ${noun}${number === 1 ? "" : "s"}`;
}

function rowOf({ fill, label, areas, theme, projects }, addressOfTheme) {
  const name = { class: "app-legend__name" };
  const link = { class: "govuk-link govuk-link--no-visited-state app-legend__name" };
  const said = theme ? htmlNode("a", { ...link, href: addressOfTheme(theme) }, label) : htmlNode("span", name, label);
  const counts = [...(projects === undefined ? [] : [counted(projects, "project")]), counted(areas, "area")];
  return htmlNode(
    "li",
    { class: "app-legend__row", "data-fill": fill ?? "none", "data-areas": areas },
    swatch(fill),
    said,
    htmlNode("span", { class: "app-legend__count" }, counts.join(", ")),
  );
}

function swatch(fill) {
  const shown = fill
    ? { x: 0.5, y: 0.5, width: 27, height: 19, fill: `url(#${fill})`, "fill-opacity": 0.82, stroke: "#0b0c0c", "stroke-width": 1 }
    : { x: 0.75, y: 0.75, width: 26.5, height: 18.5, fill: "#f7f6f2", stroke: "#505a5f", "stroke-width": 1.5, "stroke-dasharray": "1 3", "stroke-linecap": "round" };
  return svgNode("svg", { class: "app-swatch", width: 28, height: 20, viewBox: "0 0 28 20", "aria-hidden": "true", focusable: "false" }, svgNode("rect", shown));
}

function patternOf({ id, size, colour, marks, mark, opacity }) {
  const pattern = svgNode("pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse" });
  pattern.append(svgNode("rect", { width: size, height: size, fill: colour }));
  const stroke = { fill: "none", stroke: mark, "stroke-opacity": opacity, "stroke-width": 1.3, "stroke-linecap": "round" };
  if (marks) pattern.append(svgNode("path", { d: marks, ...stroke }));
  return pattern;
}

function stripesOf({ id, fills }, band) {
  const size = band * fills.length;
  const bands = fills.map((fill, index) => svgNode("rect", { x: index * band, width: band, height: size, fill: `url(#${fill})` }));
  return svgNode("pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, ...bands);
}
