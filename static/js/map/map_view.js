import { show } from "../lib/navigation.js";
import { pointText, withParameter } from "../lib/query.js";
import { areaStyle, codesOf, stripeScale, widthAt } from "../lib/styles.js";
import { AreaLabels } from "./area_labels.js";
import { Crosshair } from "./crosshair.js";
import { drawnMap } from "./drawn_map.js";
import { Ground } from "./ground.js";
import { addTools } from "./map_tools.js";
import { textNode } from "./nodes.js";
import { ProjectMarkers } from "./project_markers.js";

const DETAIL_FROM_ZOOM = 8.5;
const KINDS = ["police", "fire", "ambulance"];

/** Pixels between the map's edge and the ground, as `map.css` has them for the picture of it. */
const EDGE = 8;

const SETTLED = 300;

const NOT_FINER = "The finer shapes of the map did not arrive. Zoom again to try again.";

const whenIdle = window.requestIdleCallback ?? setTimeout;

/** The map: fills the layers that Folium drew with geometry, and draws each view's state. */
export class MapView {
  constructor(element) {
    this.message = element.querySelector("[data-map-message]");
    this.beneath = element.querySelector("[data-map-beneath]");
    document.addEventListener("escwg:shown", () => this.uncover(), { once: true });
    this.begin(element);
  }

  async begin(element) {
    this.say("Loading the map…");
    try {
      await drawnMap(element);
    } catch {
      this.say(this.lacking("The map"));
      return;
    }
    this.map = escwgMap.map;
    this.layers = escwgMap.layers;
    this.drawn = new Map();
    this.labels = new AreaLabels(this.map);
    this.markers = new ProjectMarkers(this.map);
    this.tooltip = L.tooltip({ offset: [12, 0] });
    this.here = L.layerGroup().addTo(this.map);
    this.crosshair = new Crosshair(this, element.querySelector("[data-map-announcement]"));
    this.fit();
    addTools(this);
    this.listen(element);
    this.load(escwgMap.overview);
  }

  listen(element) {
    this.map.on("click", ({ latlng }) => this.select(latlng));
    this.map.on("zoomend", () => {
      this.refine();
      this.setWidths();
    });
    new ResizeObserver(() => this.map.invalidateSize({ pan: false })).observe(element);
    document.addEventListener("escwg:shown", () => this.draw());
    document.addEventListener("escwg:failed", () =>
      this.say("That view did not arrive. Check your connection, then try again."),
    );
    document.addEventListener("keydown", ({ key, target }) => {
      if (key === "Escape" && target.closest("[data-region=place]")) this.crosshair.focus();
    });
  }

  /** Fit the map exactly where the picture of it lies, so that nothing moves when it is drawn. */
  fit() {
    const { options } = this.map;
    const { zoomSnap } = options;
    options.zoomSnap = 0;
    this.map.fitBounds(escwgMap.bounds, { animate: false, padding: [EDGE, EDGE] });
    options.zoomSnap = zoomSnap;
  }

  async load(address) {
    this.say("Loading the map…");
    try {
      this.ground = await Ground.fetched(address);
    } catch {
      this.say(this.ground ? NOT_FINER : this.lacking("The shapes of the map"));
      this.refined = false;
      return;
    }
    this.layers.cells.clearLayers();
    this.draw();
    setTimeout(() => whenIdle(() => this.cells()), SETTLED);
  }

  /** Take the finer shapes, once, when somebody looks closely; again where they did not arrive. */
  refine() {
    if (this.refined || !this.ground || this.map.getZoom() < DETAIL_FROM_ZOOM) return;
    this.refined = true;
    this.load(escwgMap.detail);
  }

  draw() {
    this.state = JSON.parse(document.getElementById("map-state").textContent);
    this.uncover();
    if (!this.ground) return;
    this.say("");
    this.drawAreas();
    this.drawOutlines();
    this.labels.draw(this.layers.areas, this.state.labels, this.state.numbers);
    this.markers.draw(this.state);
    this.drawPlace();
  }

  /** Take away the picture that lies beneath, which is of the view that was asked for first. */
  uncover() {
    this.beneath.hidden = true;
  }

  /** The shapes stay while views of the same layer follow each other: most differ in fills alone. */
  drawAreas() {
    const { areas } = this.layers;
    if (this.emptied(areas, this.state.layer)) areas.addData(this.ground.features(this.state.layer));
    areas.eachLayer((area) => {
      areas.resetStyle(area);
      area.setStyle(areaStyle(this.state.fills[area.feature.properties.id]));
    });
  }

  /** The cells, which nobody sees: drawn after all else, or when the crosshair asks for them. */
  cells() {
    const { cells } = this.layers;
    if (this.ground && !cells.getLayers().length) this.drawCells(cells);
    return cells.getLayers();
  }

  drawCells(cells) {
    cells.addData(this.ground.features("cells"));
    // One tooltip for all: bound to each cell it would make every path a stop for Tab.
    cells.off().on("mousemove", ({ latlng, sourceTarget }) => {
      this.tooltip.setLatLng(latlng).setContent(textNode(this.namesOf(sourceTarget.feature.properties.id)));
      if (!this.tooltip.isOpen()) this.tooltip.openOn(this.map);
    });
    cells.on("mouseout", () => this.tooltip.close());
  }

  drawOutlines() {
    for (const kind of KINDS) {
      const outline = this.layers[`outline_${kind}`];
      const wanted = this.state.outlines.includes(kind);
      if (this.emptied(outline, wanted) && wanted) outline.addData(this.ground.borders(kind));
    }
    this.setWidths();
  }

  /** Empty a layer and say so, unless it holds what is wanted, drawn from the same ground. */
  emptied(layer, wanted) {
    const [ground, held] = this.drawn.get(layer) ?? [];
    if (ground === this.ground && held === wanted) return false;
    this.drawn.set(layer, [this.ground, wanted]);
    layer.clearLayers();
    return true;
  }

  setWidths() {
    for (const kind of KINDS) {
      const outline = this.layers[`outline_${kind}`];
      outline.setStyle({ weight: widthAt(this.map.getZoom(), outline.options.style.weight) });
    }
    const turned = `rotate(45) scale(${stripeScale(this.map.getZoom())})`;
    for (const stripes of document.querySelectorAll(".app-fills pattern[patternTransform]")) {
      stripes.setAttribute("patternTransform", turned);
    }
  }

  drawPlace() {
    this.here.clearLayers();
    const selected = this.layers.selected.clearLayers();
    if (!this.state.at) return;
    const [longitude, latitude] = this.state.at;
    const icon = L.divIcon({ className: "app-here", iconSize: [18, 18] });
    L.marker([latitude, longitude], { icon, interactive: false, keyboard: false }).addTo(this.here);
    if (!this.map.getBounds().contains([latitude, longitude])) this.map.panTo([latitude, longitude]);
    if (!this.state.cell) return;
    const chosen = [this.state.cell, ...Object.values(codesOf(this.state.cell))];
    for (const object of [...KINDS, "cells"]) {
      selected.addData(this.ground.features(object).filter(({ properties }) => chosen.includes(properties.id)));
    }
    selected.eachLayer((part) => part.setStyle({ weight: part.feature.properties.id === this.state.cell ? 4 : 1.5 }));
  }

  /** Show what there is at a place, and take the reader there. */
  async select(latlng) {
    await show(withParameter(window.location.href, "at", pointText(latlng)));
    document.getElementById("place-heading")?.focus();
  }

  /** The cell that is drawn at a point of the map's window, if there is land. */
  cellAt(point) {
    const { x, y } = this.map.containerPointToLayerPoint(point);
    return this.cells().find((cell) => cell.getElement()?.isPointInFill(new DOMPoint(x, y)));
  }

  namesOf(cellId) {
    return Object.values(codesOf(cellId)).map((code) => this.state.names[code]).join(" · ");
  }

  /** The bounds of what the selection is about: the place, else the areas with something recorded. */
  bounds() {
    if (this.state?.cell) return this.layers.selected.getBounds();
    const filled = this.layers.areas.getLayers().filter(({ feature }) => this.state.fills[feature.properties.id]);
    return filled.length ? L.featureGroup(filled).getBounds() : L.latLngBounds(escwgMap.bounds);
  }

  /** What is said of something without which there is no map. */
  lacking(what) {
    return `${what} did not arrive. ${this.message.dataset.instead} Reload the page to try again.`;
  }

  say(text) {
    this.message.textContent = text;
  }
}
