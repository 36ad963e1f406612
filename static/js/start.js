import { FilterForm } from "./behaviours/filter_form.js";
import { MapView } from "./behaviours/map_view.js";
import { MyLocation } from "./behaviours/my_location.js";
import { PairMap } from "./behaviours/pair_map.js";
import { SearchBox } from "./behaviours/search_box.js";

const BEHAVIOURS = {
  "filter-form": FilterForm,
  "map-view": MapView,
  "my-location": MyLocation,
  "pair-map": PairMap,
  "search-box": SearchBox,
};

for (const element of document.querySelectorAll("[data-module]")) {
  const Behaviour = BEHAVIOURS[element.dataset.module];
  if (Behaviour) new Behaviour(element);
}
