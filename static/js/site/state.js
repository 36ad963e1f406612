/** What the map's script needs to know of a view, as `web/map_state.py` writes it. */
export function stateOf(selection, atlas, projects, legend, place) {
  const numbers = Object.keys(legend.labels).length > 0;
  return {
    layer: selection.layer,
    fills: legend.fills,
    names: atlas.names,
    labels: labelsOf(selection, atlas, legend, numbers),
    numbers,
    outlines: selection.outlines,
    at: place ? selection.at.split(",").map(Number) : null,
    cell: place?.cell?.id ?? null,
    spread: selection.markers === "spread",
    titles: "/titles",
    markers: showsMarkers(selection, numbers) ? markersOf(atlas, projects) : [],
  };
}

/** Groups of markers are left out where areas have numbers: theirs would be mistaken for these. */
function showsMarkers({ markers }, numbers) {
  return markers === "spread" || (markers === "grouped" && !numbers);
}

function labelsOf({ layer }, atlas, legend, numbers) {
  const texts = numbers ? legend.labels : atlas.names;
  return Object.entries(atlas.areas[layer])
    .filter(([code]) => code in texts)
    .map(([code, at]) => ({ code, at, text: texts[code] }));
}

function markersOf(atlas, projects) {
  const kept = new Set(projects);
  return atlas.projects
    .filter((project) => kept.has(project) && project.at)
    .map(({ id, at, title, theme }) => ({
      id,
      at,
      title,
      colour: atlas.themes.find((each) => each.id === theme).colour,
      page: `/projects/${id}`,
    }));
}
