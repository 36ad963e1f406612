/**
 * What an address asks for, as `selection/` has it on the server: several values of one filter widen
 * it, several filters narrow each other, and a project with no stated start stays in.
 */
const WORDS = ["theme", "scheme", "status", "benefit", "kind", "outlines"];
const ORDER = [
  ...["layer", "theme", "scheme", "status", "benefit", "kind", "service", "area", "cell", "from", "to", "q"],
  ...["colour", "outlines", "markers", "at", "view", "weight", "sort"],
];
const WAYS = {
  colour: ["theme", "count", "gap"],
  markers: ["grouped", "spread", "none"],
  view: ["map", "table", "cards"],
  weight: ["people", "km2"],
};
const LEFT_OUT = ["limit", "offset"];
const YEAR = /^(19|20)[0-9]{2}$/;
const POINT = /^-?[0-9]{1,3}(\.[0-9]{1,12})?,-?[0-9]{1,2}(\.[0-9]{1,12})?$/;

const FILTERS = [
  { name: "theme", keeps: (themes) => (project) => themes.includes(project.theme), says: (ids, atlas) => `theme ${listing(ids.map((id) => nameOf(atlas.themes, id)))}` },
  { name: "scheme", keeps: (schemes) => (project) => schemes.includes(project.scheme), says: (ids, atlas) => `scheme ${listing(ids.map((id) => atlas.schemes[id]))}` },
  { name: "status", keeps: (statuses) => (project) => statuses.includes(project.status), says: (statuses) => `status ${listing(statuses)}` },
  { name: "benefit", keeps: (benefits) => (project) => benefits.some((each) => project.benefits.includes(each)), says: (ids, atlas) => `benefit ${listing(ids.map((id) => atlas.benefits[id]))}` },
  { name: "kind", keeps: (kinds) => (project) => kinds.every((kind) => project.kinds.includes(kind)), says: (kinds) => `${listing(kinds)} taking part` },
  { name: "service", keeps: (code) => (project) => project.services.includes(code), says: (code, atlas) => `${atlas.services[code]} taking part` },
  { name: "area", keeps: (code) => (project) => project.reaches.includes(code), says: (code, atlas) => `reaching the area of ${atlas.services[code]}` },
  { name: "cell", keeps: (id, atlas) => (project) => cellOf(atlas, id).projects.includes(project.id), says: (id, atlas) => `reaching the ground that ${listing(id.split("-").map((code) => atlas.names[code]))} share` },
  { name: "from", keeps: (year) => (project) => project.year === null || project.year >= Number(year), says: (year) => `started in ${year} or later, or no start stated` },
  { name: "to", keeps: (year) => (project) => project.year === null || project.year <= Number(year), says: (year) => `started in ${year} or earlier, or no start stated` },
  { name: "q", keeps: holdsWords, says: (text) => `with the words “${text}”` },
];
const FACETS = {
  theme: (project) => [project.theme],
  scheme: (project) => [project.scheme],
  status: (project) => [project.status],
  benefit: (project) => project.benefits,
};

/** Read a query string; `base` is what the file of the page shows. Throws words for the reader. */
export function readSelection(query, base, atlas) {
  const given = {};
  for (const [name, value] of new URLSearchParams(query)) {
    if (LEFT_OUT.includes(name)) continue;
    if (!ORDER.includes(name)) throw new Error(`There is no parameter “${name}”.`);
    if (value.trim()) (given[name] ??= []).push(value.trim());
  }
  const asked = { ...plain(atlas), ...base };
  for (const [name, values] of Object.entries(given)) asked[name] = read(name, values, atlas);
  return asked;
}

/** Write a selection as a query string that gives it again, what is usual left out. */
export function queryFor(selection, atlas) {
  const pairs = pairsOf(selection, atlas);
  return new URLSearchParams(pairs).toString().replaceAll("%2C", ",");
}

/** The names and values of a selection, what is usual left out. */
export function pairsOf(selection, atlas) {
  const usual = plain(atlas);
  return ORDER.flatMap((name) => {
    const value = selection[name];
    if (String(value) === String(usual[name])) return [];
    if (Array.isArray(value)) return (value.length ? value : ["none"]).map((each) => [name, each]);
    return [[name, value]];
  });
}

/** The projects of a selection, in its order. */
export function projectsOf(selection, atlas) {
  const tests = setFilters(selection).map(({ name, keeps }) => keeps(selection[name], atlas));
  const kept = atlas.projects.filter((project) => tests.every((keeps) => keeps(project)));
  const byId = new Map(kept.map((project) => [project.id, project]));
  return atlas.orders[selection.sort].flatMap((id) => byId.get(id) ?? []);
}

/** The selection in words. */
export function said(selection, atlas) {
  const filters = setFilters(selection);
  return filters.map(({ name, says }) => says(selection[name], atlas)).join("; ") || "all projects";
}

/** Whether any filter is set, but those named. */
export function narrows(selection, ...without) {
  return setFilters(selection).some(({ name }) => !without.includes(name));
}

/** How many projects each choice of a filter would leave: the keys are `theme-demand` and such. */
export function facetsOf(selection, atlas) {
  const found = {};
  for (const [name, valuesOf] of Object.entries(FACETS)) {
    for (const project of projectsOf({ ...selection, [name]: [] }, atlas)) {
      for (const value of valuesOf(project)) found[`${name}-${value}`] = (found[`${name}-${value}`] ?? 0) + 1;
    }
  }
  for (const kind of Object.keys(atlas.layers)) {
    found[`kind-${kind}`] = projectsOf({ ...selection, kind: [...selection.kind, kind] }, atlas).length;
  }
  return found;
}

/** Each filter left out in turn, with what that would find, the most helpful first. */
export function loosened(selection, atlas) {
  const usual = plain(atlas);
  return setFilters(selection)
    .map(({ name, says }) => {
      const fewer = { ...selection, [name]: usual[name] };
      return { without: says(selection[name], atlas), selection: fewer, projects: projectsOf(fewer, atlas).length };
    })
    .filter(({ projects }) => projects)
    .sort((one, other) => other.projects - one.projects);
}

export function listing(words) {
  const most = words.slice(0, -1);
  return most.length ? `${most.join(", ")} and ${words.at(-1)}` : (words[0] ?? "");
}

export function cellOf(atlas, id) {
  return atlas.cells.find((cell) => cell.id === id);
}

function plain(atlas) {
  const single = { service: null, area: null, cell: null, from: null, to: null, q: null, at: null, sort: "" };
  const several = { theme: [], scheme: [], status: [], benefit: [], kind: [], outlines: Object.keys(atlas.layers) };
  return { layer: "police", ...several, ...single, colour: "theme", markers: "grouped", view: "map", weight: "people" };
}

function read(name, values, atlas) {
  const known = knownOf(name, atlas);
  const asked = name === "outlines" ? values.filter((value) => value !== "none") : values;
  for (const value of asked) {
    if (!known(value)) throw new Error(`“${value}” will not do for “${name}”.`);
  }
  if (!WORDS.includes(name)) return values[0];
  const order = wordsOf(name, atlas);
  return order.filter((word) => asked.includes(word));
}

function knownOf(name, atlas) {
  if (WORDS.includes(name) || name === "layer" || name in WAYS) return (value) => wordsOf(name, atlas).includes(value);
  if (name === "service" || name === "area") return (code) => code in atlas.services;
  if (name === "cell") return (id) => cellOf(atlas, id) !== undefined;
  if (name === "sort") return (sort) => sort in atlas.orders;
  if (name === "at") return (text) => POINT.test(text);
  return name === "q" ? () => true : (text) => YEAR.test(text);
}

/** The values of a filter of words, in the order in which the server has them. */
function wordsOf(name, atlas) {
  const { themes, schemes, statuses, benefits, layers } = atlas;
  if (name === "theme") return themes.map(({ id }) => id).sort();
  if (name === "scheme") return Object.keys(schemes).sort();
  if (name === "status") return statuses;
  if (name === "benefit") return Object.keys(benefits);
  return WAYS[name] ?? Object.keys(layers);
}

function setFilters(selection) {
  return FILTERS.filter(({ name }) => selection[name]?.length);
}

function nameOf(themes, id) {
  return themes.find((theme) => theme.id === id).name;
}

function holdsWords(text) {
  const wanted = text.toLowerCase().split(/\s+/);
  return (project) => wanted.every((word) => project.words.includes(word));
}
