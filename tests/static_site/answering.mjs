// Answers selections as the script of a site does: reads { atlas, asked, topology, points, entries, typed }, writes answers.
import { readFileSync } from "node:fs";

import { Cells } from "../../static/js/site/cells.js";
import { best, folded, typedPlace } from "../../static/js/site/finding.js";
import { legendOf } from "../../static/js/site/legend.js";
import { placeOf } from "../../static/js/site/place.js";
import { facetsOf, loosened, projectsOf, queryFor, readSelection, said } from "../../static/js/site/selection.js";
import { stateOf } from "../../static/js/site/state.js";

const { atlas, asked, topology, points, entries, typed } = JSON.parse(readFileSync(0, "utf-8"));

function answered({ query, cell }) {
  const selection = readSelection(query, {}, atlas);
  const projects = projectsOf(selection, atlas);
  const legend = legendOf(selection, atlas, projects);
  const place = selection.at ? placeOf(cell, projects, atlas) : null;
  return {
    query: queryFor(selection, atlas),
    projects: projects.map(({ id }) => id),
    said: said(selection, atlas),
    facets: facetsOf(selection, atlas),
    loosened: loosened(selection, atlas).map(({ without, projects: left }) => [without, left]),
    legend,
    state: stateOf(selection, atlas, projects, legend, place),
    place: place && { groups: place.groups.map(({ name, projects: here }) => [name, here.map(({ id }) => id)]), notRecorded: place.notRecorded },
  };
}

const cells = topology && new Cells(topology);
const found = (points ?? []).map((point) => cells.at(point) ?? null);
const texts = (typed ?? []).map((text) => ({
  folded: folded(text),
  place: typedPlace(text),
  finds: best(text, entries ?? []).map(({ name }) => name),
}));
process.stdout.write(JSON.stringify({ answers: (asked ?? []).map(answered), found, texts }));
