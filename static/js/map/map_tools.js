import { svgNode } from "./nodes.js";

const FULL = "M3 8V3h5 M16 3h5v5 M21 16v5h-5 M8 21H3v-5";
const FIT = "M12 2v5 M12 17v5 M2 12h5 M17 12h5 M12 8a4 4 0 1 0 0.01 0";

/** The map's buttons: full screen, where the browser can do it, and zoom to the selection. */
export function addTools(view) {
  const bar = L.control({ position: "topleft" });
  bar.onAdd = () => {
    const box = L.DomUtil.create("div", "leaflet-bar app-map-tools");
    box.append(tool("Zoom to what is shown", FIT, () => view.map.fitBounds(view.bounds(), { padding: [20, 20] })));
    if (document.fullscreenEnabled) box.append(tool("Full screen", FULL, turnFullScreen));
    L.DomEvent.disableClickPropagation(box);
    return box;
  };
  bar.addTo(view.map);
}

function tool(name, path, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.title = name;
  button.setAttribute("aria-label", name);
  button.append(svgNode("svg", { viewBox: "0 0 24 24", width: 18, height: 18, "aria-hidden": "true" }, svgNode("path", { d: path })));
  button.addEventListener("click", act);
  return button;
}

/** The whole page of the map fills the screen, so that what is selected stays beside it. */
function turnFullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.getElementById("main").requestFullscreen();
}
