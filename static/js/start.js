import { CopyText } from "./behaviours/copy_text.js";
import { FilterForm } from "./behaviours/filter_form.js";
import { Follow } from "./behaviours/follow.js";
import { Menu } from "./behaviours/menu.js";
import { MyLocation } from "./behaviours/my_location.js";
import { PairMap } from "./behaviours/pair_map.js";
import { PrintPage } from "./behaviours/print_page.js";
import { SearchBox } from "./behaviours/search_box.js";
import { MapView } from "./map/map_view.js";

const BEHAVIOURS = {
  "copy-text": CopyText,
  "filter-form": FilterForm,
  follow: Follow,
  "map-view": MapView,
  menu: Menu,
  "my-location": MyLocation,
  "pair-map": PairMap,
  "print-page": PrintPage,
  "search-box": SearchBox,
};
const begun = new WeakSet();

/** Begin the behaviours of what is on the page, and later of what other views bring. */
function begin() {
  for (const element of document.querySelectorAll("[data-module]")) {
    const Behaviour = BEHAVIOURS[element.dataset.module];
    if (!Behaviour || begun.has(element)) continue;
    begun.add(element);
    new Behaviour(element);
  }
}

begin();
document.addEventListener("escwg:shown", begin);
