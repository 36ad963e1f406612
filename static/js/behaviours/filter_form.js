import { show } from "../lib/navigation.js";
import { queryOf } from "../lib/query.js";

/** The filters: with script they apply at once; without, the button sends them. */
export class FilterForm {
  constructor(form) {
    if (!document.querySelector("[data-module=map-view]")) return;
    this.form = form;
    form.addEventListener("change", () => this.apply());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.apply();
    });
  }

  apply() {
    const carried = new URLSearchParams(window.location.search).get("at");
    const pairs = [...new FormData(this.form)].filter(([name]) => name !== "at");
    if (carried) pairs.push(["at", carried]);
    const query = queryOf(pairs);
    show(query ? `${this.form.action}?${query}` : this.form.action);
  }
}
