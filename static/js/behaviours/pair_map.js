import { pairStyle } from "../lib/styles.js";

/** Two services' outlines, and the ground that both or only one of them covers. */
export class PairMap {
  constructor(element) {
    this.message = element.querySelector("[data-map-message]");
    this.state = JSON.parse(document.getElementById("pair-state").textContent);
    this.map = escwgMap.map;
    this.layers = escwgMap.layers;
    // Paper has another width than the window; the borders must be in its middle, too.
    window.matchMedia("print").addEventListener("change", () => this.fit());
    this.load();
  }

  async load() {
    this.message.textContent = "Loading the map…";
    try {
      const response = await fetch(escwgMap.detail);
      if (!response.ok) throw new Error(`status ${response.status}`);
      this.draw(await response.json());
      this.message.textContent = "";
    } catch {
      this.message.textContent = "The shapes of the map did not arrive. The figures beside it give the same answer.";
    }
  }

  draw(topology) {
    const cells = topology.objects.cells.geometries;
    for (const part of ["one", "other", "both"]) {
      const mine = cells.filter(({ properties }) => this.state[part].includes(properties.id));
      if (mine.length === 0) continue;
      const ground = topojson.merge(topology, mine);
      this.layers.areas.addLayer(L.geoJSON(ground, { pane: "areas", interactive: false, style: pairStyle(this.state.one.length || this.state.other.length ? part : "land") }));
    }
    for (const [kind, code] of this.state.outlines) {
      const outline = this.layers[`outline_${kind}`];
      outline.addData(code ? areaOf(topology, kind, code) : bordersOf(topology, kind));
      outline.setStyle({ weight: outline.options.style.weight * 0.6 });
    }
    this.fit();
  }

  fit() {
    this.map.invalidateSize({ animate: false, pan: false });
    this.map.fitBounds(this.layers.areas.getBounds(), { padding: [20, 20], animate: false });
  }
}

function areaOf(topology, kind, code) {
  const { features } = topojson.feature(topology, topology.objects[kind]);
  return features.filter(({ properties }) => properties.id === code);
}

function bordersOf(topology, kind) {
  return topojson.mesh(topology, topology.objects[kind], (a, b) => a !== b);
}
