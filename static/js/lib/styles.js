/** How an area is drawn: by its fill, or pale with a dotted outline where nothing is recorded. */
export function areaStyle(fill) {
  if (fill) return { fillColor: `url(#${fill})`, fillOpacity: 0.82, dashArray: null, weight: 1 };
  return { dashArray: "0.1 5", weight: 2, lineCap: "round" };
}

/** How wide borders are drawn at a zoom: thin on the whole country, full width from zoom 9 on. */
export function widthAt(zoom, fullWidth) {
  return fullWidth * Math.min(1, Math.max(0.55, (zoom - 4.5) / 4.5));
}

/** How wide stripes are drawn at a zoom: wider close by, where whole areas fill the window. */
export function stripeScale(zoom) {
  return Math.min(2.5, Math.max(1, (zoom - 6) * 0.75));
}

/** How ground is drawn that both of two services cover, or only one of them; colours are tokens. */
export function pairStyle(part, tokens) {
  return { stroke: false, fillColor: tokens.getPropertyValue(`--app-${part}`).trim(), fillOpacity: 1 };
}

/** The codes of the three services of a cell, from its id. */
export function codesOf(cellId) {
  const [police, fire, ambulance] = cellId.split("-");
  return { police, fire, ambulance };
}

/** The pixels across of the badge of a group of markers. */
export function clusterSize(count) {
  return 24 + 4 * Math.min(String(count).length, 3);
}
