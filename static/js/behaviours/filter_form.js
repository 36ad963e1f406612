import { show } from "../lib/navigation.js";
import { queryOf } from "../lib/query.js";

/**
 * A form that chooses a view: with script it applies at once, or when it is sent where it says so
 * (`data-applies="submit"`), and then takes the reader to what `data-then` names.
 */
export class FilterForm {
  constructor(form) {
    this.form = form;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.apply();
    });
    if (form.dataset.applies === "submit") return;
    form.addEventListener("change", () => {
      if (form.checkValidity()) this.apply();
    });
  }

  async apply() {
    const query = queryOf([...new FormData(this.form)]);
    await show(query ? `${this.form.action}?${query}` : this.form.action);
    document.getElementById(this.form.dataset.then)?.focus();
  }
}
