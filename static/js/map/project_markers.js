import { clusterSize } from "../lib/styles.js";
import { spreadOut } from "../lib/spread.js";
import { cardPopup } from "./card_popup.js";
import { svgNode, textNode } from "./nodes.js";

const SIZE = 24;

/** The markers of the projects: grouped with a count where they are close, or spread out. */
export class ProjectMarkers {
  constructor(map) {
    this.map = map;
    this.grouped = L.markerClusterGroup({
      maxClusterRadius: 34,
      showCoverageOnHover: false,
      iconCreateFunction: clusterIcon,
    }).addTo(map);
    this.spread = L.layerGroup().addTo(map);
    map.on("zoomend", () => this.placeApart());
  }

  draw(projects, spread) {
    this.grouped.clearLayers();
    this.apart = spread ? projects.map(projectMarker) : [];
    if (spread) this.placeApart();
    else {
      this.spread.clearLayers();
      this.grouped.addLayers(projects.map(projectMarker));
    }
  }

  /** Spread the markers anew at this zoom, each with a line to its place where it had to move. */
  placeApart() {
    if (!this.apart?.length) return;
    this.spread.clearLayers();
    const places = this.apart.map((marker) => this.map.project(marker.place));
    const free = spreadOut(places.map(({ x, y }) => [x, y]), SIZE);
    this.apart.forEach((marker, index) => {
      const stands = this.map.unproject(free[index]);
      if (places[index].distanceTo(free[index]) > SIZE) {
        this.spread.addLayer(L.polyline([marker.place, stands], { className: "app-leader", interactive: false, weight: 1 }));
      }
      this.spread.addLayer(marker.setLatLng(stands));
    });
  }
}

function projectMarker({ at: [longitude, latitude], title, colour, card }) {
  const icon = L.divIcon({ className: "app-marker", html: dot(colour), iconSize: [SIZE, SIZE] });
  const marker = L.marker([latitude, longitude], { icon, alt: title });
  marker.place = L.latLng(latitude, longitude);
  marker.bindTooltip(() => textNode(title));
  marker.on("add", () => marker.getElement().setAttribute("aria-label", title));
  cardPopup(marker, card);
  return marker;
}

function dot(colour) {
  const middle = { cx: 12, cy: 12 };
  return svgNode(
    "svg",
    { viewBox: "0 0 24 24", "aria-hidden": "true" },
    svgNode("circle", { ...middle, r: 7, fill: colour, class: "app-marker__dot" }),
    svgNode("circle", { ...middle, r: 9, class: "app-marker__rim" }),
  );
}

function clusterIcon(cluster) {
  const count = cluster.getChildCount();
  const size = clusterSize(count);
  const label = textNode(String(count));
  label.insertAdjacentHTML("beforeend", '<span class="govuk-visually-hidden"> projects close together</span>');
  return L.divIcon({ className: "app-cluster", html: label, iconSize: [size, size] });
}
