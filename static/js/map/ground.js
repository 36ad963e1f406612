import { valuesOf } from "../lib/server.js";

/** The shapes of the map: areas by layer, cells, and the borders that areas share. */
export class Ground {
  constructor(topology) {
    this.topology = topology;
  }

  /** Fetch the shapes; fails when they do not arrive or are no shapes. */
  static async fetched(address) {
    return new Ground(await valuesOf(address));
  }

  /** The areas of a layer, or the `cells`, as GeoJSON features. */
  features(object) {
    return topojson.feature(this.topology, this.topology.objects[object]).features;
  }

  /** The borders between the areas of a layer, each once, without the coast. */
  borders(layer) {
    return topojson.mesh(this.topology, this.topology.objects[layer], (one, other) => one !== other);
  }

  /** The outline of some cells together. */
  outlineOf(cellIds) {
    const cells = this.topology.objects.cells.geometries;
    return topojson.merge(this.topology, cells.filter(({ properties }) => cellIds.includes(properties.id)));
  }
}
