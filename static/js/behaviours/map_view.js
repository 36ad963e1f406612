import { show } from "../lib/navigation.js";
import { pointText, withParameter } from "../lib/query.js";
import { areaStyle, clusterSize, codesOf, stripeScale, widthAt } from "../lib/styles.js";

const DETAIL_FROM_ZOOM = 8.5;
const KINDS = ["police", "fire", "ambulance"];

/** The map: fills the layers that Folium drew with geometry, and draws each view's state. */
export class MapView {
  constructor(element) {
    this.message = element.querySelector("[data-map-message]");
    this.map = escwgMap.map;
    this.layers = escwgMap.layers;
    this.markers = L.markerClusterGroup({
      maxClusterRadius: 34,
      showCoverageOnHover: false,
      iconCreateFunction: clusterIcon,
    });
    this.here = L.layerGroup().addTo(this.map);
    this.map.addLayer(this.markers);
    this.map.fitBounds(escwgMap.bounds, { animate: false });
    this.map.on("click", ({ latlng }) => this.select(latlng));
    this.map.on("zoomend", () => {
      this.refine();
      this.setWidths();
    });
    document.addEventListener("escwg:shown", () => this.draw());
    document.addEventListener("click", (event) => this.follow(event));
    window.addEventListener("popstate", () => show(window.location.href, { push: false }));
    this.load(escwgMap.overview);
  }

  async load(address) {
    this.say("Loading the map…");
    try {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`status ${response.status}`);
      this.topology = await response.json();
    } catch {
      this.say("The shapes of the map did not arrive. The table below gives the same answer; reload the page to try again.");
      return;
    }
    this.say("");
    this.drawCells();
    this.draw();
  }

  /** Take the finer shapes, once, when somebody looks closely. */
  refine() {
    if (this.refined || !this.topology || this.map.getZoom() < DETAIL_FROM_ZOOM) return;
    this.refined = true;
    this.load(escwgMap.detail);
  }

  draw() {
    this.state = JSON.parse(document.getElementById("map-state").textContent);
    if (!this.topology) return;
    const areas = this.layers.areas.clearLayers().addData(this.features(this.state.layer));
    areas.eachLayer((area) => area.setStyle(areaStyle(this.state.fills[area.feature.properties.id])));
    this.drawOutlines();
    this.drawMarkers();
    this.drawPlace();
  }

  drawCells() {
    const cells = this.layers.cells.clearLayers().addData(this.features("cells"));
    cells.eachLayer((cell) => {
      cell.bindTooltip(() => this.namesOf(cell.feature.properties.id), { sticky: true });
    });
  }

  drawOutlines() {
    for (const kind of KINDS) {
      const outline = this.layers[`outline_${kind}`].clearLayers();
      if (this.state.outlines.includes(kind)) {
        outline.addData(topojson.mesh(this.topology, this.topology.objects[kind], (a, b) => a !== b));
      }
    }
    this.setWidths();
  }

  setWidths() {
    for (const kind of KINDS) {
      const outline = this.layers[`outline_${kind}`];
      outline.setStyle({ weight: widthAt(this.map.getZoom(), outline.options.style.weight) });
    }
    const turned = `rotate(45) scale(${stripeScale(this.map.getZoom())})`;
    for (const stripes of document.querySelectorAll("pattern[patternTransform]")) {
      stripes.setAttribute("patternTransform", turned);
    }
  }

  drawMarkers() {
    this.markers.clearLayers();
    this.markers.addLayers(this.state.markers.map(projectMarker));
  }

  drawPlace() {
    this.here.clearLayers();
    const selected = this.layers.selected.clearLayers();
    if (!this.state.at) return;
    const [longitude, latitude] = this.state.at;
    const icon = L.divIcon({ className: "app-here", iconSize: [18, 18] });
    L.marker([latitude, longitude], { icon, interactive: false, keyboard: false }).addTo(this.here);
    if (!this.state.cell) return;
    const chosen = [this.state.cell, ...Object.values(codesOf(this.state.cell))];
    for (const object of [...KINDS, "cells"]) {
      const { features } = this.features(object);
      selected.addData(features.filter(({ properties }) => chosen.includes(properties.id)));
    }
    selected.eachLayer((part) => part.setStyle({ weight: part.feature.properties.id === this.state.cell ? 4 : 1.5 }));
  }

  /** Show what there is at a place, and take the reader there. */
  async select(latlng) {
    await show(withParameter(window.location.href, "at", pointText(latlng)));
    document.getElementById("place-heading")?.focus();
  }

  /** Links that only change the view are followed without loading the page again. */
  follow(event) {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const here = new URL(window.location.href);
    if (link.origin !== here.origin || link.pathname !== here.pathname || link.hash) return;
    event.preventDefault();
    show(link.href);
  }

  features(object) {
    return topojson.feature(this.topology, this.topology.objects[object]);
  }

  namesOf(cellId) {
    const names = document.createElement("span");
    names.textContent = Object.values(codesOf(cellId)).map((code) => this.state.names[code]).join(" · ");
    return names;
  }

  say(text) {
    this.message.textContent = text;
  }
}

function projectMarker({ at: [longitude, latitude], title, colour, card }) {
  const icon = L.divIcon({ className: "app-marker", html: dot(colour), iconSize: [20, 20] });
  const marker = L.marker([latitude, longitude], { icon, alt: title });
  marker.bindTooltip(() => textNode(title));
  marker.on("add", () => marker.getElement().setAttribute("aria-label", title));
  const holder = textNode("Loading…");
  marker.bindPopup(holder, { maxWidth: 340, minWidth: 240 });
  marker.on("popupopen", async ({ popup }) => {
    if (holder.firstElementChild) return;
    await fillWith(holder, card);
    popup.update();
  });
  return marker;
}

async function fillWith(holder, address) {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`status ${response.status}`);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    holder.replaceChildren(...page.body.childNodes);
  } catch {
    holder.textContent = "This project did not arrive. Close this and open it again.";
  }
}

function textNode(text) {
  const holder = document.createElement("div");
  holder.textContent = text;
  return holder;
}

function dot(colour) {
  const names = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(names, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  const circle = document.createElementNS(names, "circle");
  for (const [name, value] of Object.entries({ cx: 10, cy: 10, r: 7, fill: colour, stroke: "#ffffff", "stroke-width": 3 })) {
    circle.setAttribute(name, value);
  }
  const rim = circle.cloneNode();
  rim.setAttribute("r", 9);
  rim.setAttribute("fill", "none");
  rim.setAttribute("stroke", "#0b0c0c");
  rim.setAttribute("stroke-width", 1);
  svg.append(circle, rim);
  return svg;
}

function clusterIcon(cluster) {
  const count = cluster.getChildCount();
  const size = clusterSize(count);
  const label = textNode(String(count));
  label.insertAdjacentHTML("beforeend", '<span class="govuk-visually-hidden"> projects close together</span>');
  return L.divIcon({ className: "app-cluster", html: label, iconSize: [size, size] });
}
