import { FilterForm } from "./behaviours/filter_form.js";
import { MapView } from "./behaviours/map_view.js";
import { PairMap } from "./behaviours/pair_map.js";
import { PrintPage } from "./behaviours/print_page.js";

const BEHAVIOURS = {
  "filter-form": FilterForm,
  "map-view": MapView,
  "pair-map": PairMap,
  "print-page": PrintPage,
};

for (const element of document.querySelectorAll("[data-module]")) {
  const Behaviour = BEHAVIOURS[element.dataset.module];
  if (Behaviour) new Behaviour(element);
}
