import { loadScript } from "../lib/script.js";
import { isWorthAsking, suggestionsAddress } from "../lib/suggestions.js";

const PAUSE = 120;

/** The search: suggestions while typing, fetched from the server; without them the form still works. */
export class SearchBox {
  constructor(form) {
    this.form = form;
    this.turn = 0;
    const input = form.querySelector("input[name=q]");
    input.addEventListener("focus", () => this.enhance(input), { once: true });
    if (document.activeElement === input) input.dispatchEvent(new Event("focus"));
  }

  /** Put the accessible autocomplete in place of the plain input, with what was typed meanwhile. */
  async enhance(input) {
    try {
      await loadScript(this.form.dataset.library);
    } catch {
      return;
    }
    const holder = document.createElement("div");
    holder.className = "app-search-box__field";
    const { id, value } = input;
    const [focused, caret] = [document.activeElement === input, input.selectionStart];
    input.replaceWith(holder);
    accessibleAutocomplete({ ...this.options(), element: holder, id, defaultValue: value });
    holder.addEventListener("keydown", (event) => this.submit(event), true);
    if (focused) resume(holder.querySelector("input"), caret);
  }

  options() {
    return {
      name: "q",
      minLength: 2,
      confirmOnBlur: false,
      showNoOptionsFound: false,
      inputClasses: "govuk-input",
      source: (typed, populate) => this.suggest(typed, populate),
      templates: { inputValue: (chosen) => chosen?.text ?? "", suggestion: line },
      onConfirm: (chosen) => chosen && window.location.assign(chosen.address),
      tStatusQueryTooShort: (shortest) => `Type ${shortest} or more letters for suggestions.`,
      tStatusNoResults: () => "No suggestions. Press Enter to search.",
      tAssistiveHint: () => "Suggestions appear as you type. Choose one with the up and down arrows and Enter, or press Enter to search for what you typed.",
    };
  }

  async suggest(typed, populate) {
    this.turn += 1;
    const { turn } = this;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (turn !== this.turn) return;
    const found = await this.fetch(typed);
    if (turn === this.turn) populate(found);
  }

  async fetch(typed) {
    if (!isWorthAsking(typed)) return [];
    try {
      const response = await fetch(suggestionsAddress(this.form.dataset.suggestions, typed));
      return response.ok ? await response.json() : [];
    } catch {
      return [];
    }
  }

  /** Enter while no suggestion is chosen searches for what was typed. */
  submit(event) {
    if (event.key !== "Enter" || !event.target.matches("input")) return;
    event.preventDefault();
    event.stopPropagation();
    this.form.requestSubmit();
  }
}

function resume(input, caret) {
  input.focus();
  input.setSelectionRange(caret, caret);
  if (input.value) input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** The markup of a suggestion: the library takes text only as markup, so the browser escapes it. */
function line({ text, kind }) {
  const holder = document.createElement("div");
  for (const [part, words] of [["text", text], ["kind", kind]]) {
    const span = document.createElement("span");
    span.className = `app-search-box__${part}`;
    span.textContent = words;
    holder.append(span, " ");
  }
  return holder.innerHTML;
}
