import { groupClose } from "../lib/groups.js";
import { spreadOut } from "../lib/spread.js";
import { clusterSize } from "../lib/styles.js";
import { cardPopup, listPopup } from "./card_popup.js";
import { svgNode, textNode } from "./nodes.js";
import { entitle, titleOf } from "./titles.js";

const SIZE = 24;
const APART = 40;

/** The markers of the projects: grouped with a count where they are close, or spread out. */
export class ProjectMarkers {
  constructor(map) {
    this.map = map;
    this.layer = L.layerGroup().addTo(map);
    this.projects = [];
    this.standing = [];
    map.on("zoomend", () => this.arrange());
    map.on("moveend", () => this.showInView());
  }

  draw({ markers, spread, titles }) {
    this.projects = markers;
    this.spread = spread;
    this.titles = titles;
    this.arrange();
  }

  /** Find where the markers stand at this zoom. */
  arrange() {
    this.layer.clearLayers();
    const pixels = this.projects.map((project) => this.map.project(placeOf(project))).map(({ x, y }) => [x, y]);
    this.standing = this.spread ? this.apart(pixels) : this.grouped(pixels);
    this.showInView();
  }

  /** Draw what is in sight, and a little beyond: of ten thousand markers few are. */
  showInView() {
    const view = this.map.getBounds().pad(0.5);
    for (const { at, marker } of this.standing) {
      if (view.contains(at)) this.layer.addLayer(marker);
      else this.layer.removeLayer(marker);
    }
    this.entitle(this.alone().filter(({ at }) => view.contains(at)));
  }

  /** Name the markers that stand alone in sight, if they came without titles. */
  async entitle(standing) {
    if (standing.every(({ project }) => project.title)) return;
    await entitle(standing.map(({ project }) => project), this.titles);
    // Others may stand here by now.
    for (const { marker, project } of this.alone()) marker.getElement()?.setAttribute("aria-label", titleOf(project));
  }

  alone() {
    return this.standing.filter(({ project }) => project);
  }

  apart(pixels) {
    return spreadOut(pixels, SIZE).map((free, index) => {
      const at = this.map.unproject(free);
      const marker = projectMarker(this.projects[index], at);
      if (Math.hypot(free[0] - pixels[index][0], free[1] - pixels[index][1]) <= SIZE) return { at, marker };
      return { at, marker: L.layerGroup([leader(placeOf(this.projects[index]), at), marker]) };
    });
  }

  grouped(pixels) {
    return groupClose(pixels, APART).map((group) => {
      const at = this.map.unproject(group.at);
      const projects = group.members.map((index) => this.projects[index]);
      if (projects.length > 1) return { at, marker: this.groupMarker(projects, at) };
      return { at, marker: projectMarker(projects[0], at), project: projects[0] };
    });
  }

  groupMarker(projects, at) {
    const marker = L.marker(at, { icon: groupIcon(projects.length) });
    marker.on("add", () => marker.getElement().setAttribute("aria-label", `${projects.length} projects close together`));
    marker.on("click", () => this.lookInto(projects, marker));
    marker.on("keypress", ({ originalEvent }) => {
      if (originalEvent.key === "Enter") this.lookInto(projects, marker);
    });
    return marker;
  }

  /** Come closer until the group parts; where nothing could part it, list its projects. */
  async lookInto(projects, marker) {
    const bounds = L.latLngBounds(projects.map(placeOf));
    const closer = Math.max(this.map.getZoom() + 1, this.map.getBoundsZoom(bounds.pad(0.2)));
    if (this.map.getZoom() >= this.map.getMaxZoom()) {
      await entitle(projects, this.titles);
      listPopup(marker, projects);
      return;
    }
    this.map.getContainer().focus({ preventScroll: true });
    this.map.setView(bounds.getCenter(), Math.min(closer, this.map.getMaxZoom()));
  }
}

function placeOf({ at: [longitude, latitude] }) {
  return L.latLng(latitude, longitude);
}

function projectMarker(project, at) {
  const icon = L.divIcon({ className: "app-marker", html: dot(project.colour), iconSize: [SIZE, SIZE] });
  const marker = L.marker(at, { icon });
  marker.bindTooltip(() => textNode(titleOf(project)));
  marker.on("add", () => marker.getElement().setAttribute("aria-label", titleOf(project)));
  cardPopup(marker, `${project.page}/card`);
  return marker;
}

function leader(place, stands) {
  return L.polyline([place, stands], { className: "app-leader", interactive: false, weight: 1 });
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

function groupIcon(count) {
  const size = clusterSize(count);
  return L.divIcon({ className: "app-cluster", html: textNode(String(count)), iconSize: [size, size] });
}
