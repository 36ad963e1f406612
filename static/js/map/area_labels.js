import { fitting } from "../lib/fitting.js";
import { textNode } from "./nodes.js";

const NAMES_FROM_ZOOM = 7.25;
const LINE = 16;

/** The names of the areas, or their numbers, where there is room for them. */
export class AreaLabels {
  constructor(map) {
    this.map = map;
    map.createPane("labels").classList.add("app-labels");
    this.layer = L.layerGroup().addTo(map);
    this.pen = document.createElement("canvas").getContext("2d");
    map.on("zoomend", () => this.place());
  }

  /** Numbers stand at every zoom, since nothing else tells them; names wait for room. */
  draw(areas, labels, numbers) {
    this.numbers = numbers;
    this.map.getPane("labels").classList.toggle("app-labels--numbers", numbers);
    const boxes = new Map(areas.getLayers().map((area) => [area.feature.properties.id, area.getBounds()]));
    this.labels = labels.map((label) => ({ ...label, box: boxes.get(label.code) }));
    this.place();
  }

  place() {
    this.layer.clearLayers();
    if (!this.labels || (!this.numbers && this.map.getZoom() < NAMES_FROM_ZOOM)) return;
    this.pen.font = getComputedStyle(this.map.getPane("labels")).font;
    for (const { text, at, width } of fitting(this.labels.map((label) => this.measured(label)))) {
      const icon = L.divIcon({ className: "app-label", html: textNode(text), iconSize: [width, LINE] });
      L.marker(at, { icon, pane: "labels", interactive: false, keyboard: false }).addTo(this.layer);
    }
  }

  measured({ text, at: [longitude, latitude], box }) {
    const at = [latitude, longitude];
    const { x, y } = this.map.project(at);
    const wide = this.map.project(box.getSouthEast()).x - this.map.project(box.getNorthWest()).x;
    const width = Math.ceil(this.pen.measureText(text).width) + 4;
    return { text, at, x, y, width, height: LINE, room: this.numbers ? wide + 1_000 : wide * 1.1 };
  }
}
