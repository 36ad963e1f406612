import { pairStyle } from "../lib/styles.js";
import { drawnMap } from "../map/drawn_map.js";
import { Ground } from "../map/ground.js";

/** Two services' outlines, and the ground that both or only one of them covers. */
export class PairMap {
  constructor(element) {
    this.message = element.querySelector("[data-map-message]");
    this.state = JSON.parse(document.getElementById("pair-state").textContent);
    this.load(element);
  }

  async load(element) {
    this.message.textContent = "Loading the map…";
    try {
      const { map, layers } = await drawnMap(element);
      this.map = map;
      this.layers = layers;
      this.draw(await Ground.fetched(escwgMap.detail));
      // Paper has another width than the window; the borders must be in its middle, too.
      window.matchMedia("print").addEventListener("change", () => this.fit());
      this.message.textContent = "";
    } catch {
      this.message.textContent = "The shapes of the map did not arrive. The figures on this page give the same answer.";
    }
  }

  draw(ground) {
    const alike = !this.state.one.length && !this.state.other.length;
    for (const part of ["one", "other", "both"]) {
      if (this.state[part].length === 0) continue;
      const style = pairStyle(alike ? "land" : part, getComputedStyle(document.documentElement));
      this.layers.areas.addLayer(L.geoJSON(ground.outlineOf(this.state[part]), { pane: "areas", interactive: false, style }));
    }
    for (const [kind, code] of this.state.outlines) {
      const outline = this.layers[`outline_${kind}`];
      outline.addData(code ? ground.features(kind).filter(({ properties }) => properties.id === code) : ground.borders(kind));
      outline.setStyle({ weight: outline.options.style.weight * 0.6 });
    }
    this.fit();
  }

  fit() {
    this.map.invalidateSize({ animate: false, pan: false });
    this.map.fitBounds(this.layers.areas.getBounds(), { padding: [20, 20], animate: false });
  }
}
