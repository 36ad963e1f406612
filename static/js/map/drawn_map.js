import { painted } from "../lib/painted.js";
import { loadScript } from "../lib/script.js";

/** The map as Folium draws it, in the element that names its script: once the page around it is seen. */
export async function drawnMap(element) {
  await painted();
  await loadScript(element.dataset.library);
  if (!window.escwgMap) throw new Error("The map's script came empty.");
  return window.escwgMap;
}
