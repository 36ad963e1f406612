import { narrows } from "./selection.js";

/**
 * What the fills of a map mean, as `cartography/` has it on the server: `fills` by area (null where
 * nothing is recorded), the rows of the legend, stripes to draw, and numbers to print in areas.
 */
export function legendOf(selection, atlas, projects) {
  const met = new Map(Object.keys(atlas.areas[selection.layer]).map((code) => [code, { takes: [], all: [] }]));
  for (const project of projects) {
    for (const code of project.takes) met.get(code)?.takes.push(project);
    for (const code of new Set([...project.takes, ...project.reaches])) met.get(code)?.all.push(project);
  }
  return { stripes: [], labels: {}, ...LEGENDS[selection.colour](selection, atlas, projects, met) };
}

const LEGENDS = { theme: byTheme, count: byCount, gap: byGap };

function byTheme(selection, atlas, projects, met) {
  const order = atlas.themes.map(({ id }) => id);
  const themes = mapped(met, ({ all }) => order.filter((id) => all.some(({ theme }) => theme === id)));
  const several = Object.values(themes).filter(({ length }) => length > 1);
  const rows = atlas.themes.map((theme) => ({
    fill: fillId([theme.id]),
    label: theme.name,
    areas: Object.values(themes).filter((ids) => ids.includes(theme.id)).length,
    theme: theme.id,
    projects: projects.filter((project) => project.theme === theme.id).length,
  }));
  const striped = new Map(several.map((ids) => [fillId(ids), ids.map((id) => fillId([id]))]));
  return {
    heading: "What the colours mean",
    rows: [...rows, nothing(atlas, Object.values(themes).filter(({ length }) => !length).length)],
    note: several.length ? `${several.length} ${several.length === 1 ? "area has" : "areas have"} several themes, shown as diagonal stripes of all of them. ${atlas.fills.notes.theme}` : atlas.fills.notes.theme,
    fills: Object.fromEntries(Object.entries(themes).map(([code, ids]) => [code, ids.length ? fillId(ids) : null])),
    stripes: [...striped].map(([id, fills]) => ({ id, fills })),
  };
}

function byCount(selection, atlas, projects, met) {
  const numbers = mapped(met, ({ all }) => all.length);
  const largest = Math.max(0, ...Object.values(numbers));
  const holds = ({ first, last }, number) => number >= first && (last === null || number <= last);
  const rows = atlas.fills.count
    .filter(({ first }) => first <= largest)
    .map((each) => ({ fill: each.fill, label: each.label, areas: Object.values(numbers).filter((number) => holds(each, number)).length }));
  const counted = Object.entries(numbers);
  return {
    heading: "Number of projects",
    rows: [...rows, nothing(atlas, counted.filter(([, number]) => !number).length)],
    note: atlas.fills.notes.count,
    fills: Object.fromEntries(counted.map(([code, number]) => [code, atlas.fills.count.find((each) => holds(each, number))?.fill ?? null])),
    labels: Object.fromEntries(counted.filter(([, number]) => number).map(([code, number]) => [code, String(number)])),
  };
}

function byGap(selection, atlas, projects, met) {
  const [reached, takesPart] = atlas.fills.recorded;
  const { said, rows, fills: gaps } = atlas.fills.gap[selection.weight][selection.layer];
  const filled = ([code, { takes, all }]) => [code, takes.length ? takesPart.fill : all.length ? reached.fill : gaps[code]];
  const fills = Object.fromEntries([...met].map(filled));
  const { theme } = selection;
  const of = theme.length > 1 ? "any of the themes chosen" : (atlas.themes.find(({ id }) => id === theme[0])?.name ?? "all themes");
  return {
    heading: `Gaps by ${said}: ${of}`,
    rows: [...rows, reached, takesPart].map(({ fill, label }) => ({ fill, label, areas: Object.values(fills).filter((each) => each === fill).length })),
    note: narrows(selection, "theme") ? `${atlas.fills.notes.gap} ${atlas.fills.notes.filtered}` : atlas.fills.notes.gap,
    fills,
  };
}

function nothing(atlas, areas) {
  return { fill: null, label: atlas.fills.nothing, areas };
}

function fillId(themes) {
  return ["fill", ...themes].join("-");
}

function mapped(map, to) {
  return Object.fromEntries([...map].map(([key, value]) => [key, to(value)]));
}
