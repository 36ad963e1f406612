import { FilterForm } from "./behaviours/filter_form.js";
import { MapView } from "./behaviours/map_view.js";

const BEHAVIOURS = { "filter-form": FilterForm, "map-view": MapView };

for (const element of document.querySelectorAll("[data-module]")) {
  const Behaviour = BEHAVIOURS[element.dataset.module];
  if (Behaviour) new Behaviour(element);
}
