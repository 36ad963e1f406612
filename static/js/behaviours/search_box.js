import { goToPlace } from "../lib/navigation.js";
import { loadScript } from "../lib/script.js";
import { suggestionsOf } from "../lib/server.js";
import { isWorthAsking } from "../lib/suggestions.js";

const PAUSE = 120;
const HELP = "Suggestions appear as you type. Choose one with the up and down arrows and Enter, or press Enter to search for what you typed.";

/** The search: suggestions while typing, from the server; without them the form still works. */
export class SearchBox {
  constructor(form) {
    this.form = form;
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
    const focused = document.activeElement === input;
    const [caret, end] = [input.selectionStart, input.selectionEnd];
    input.replaceWith(holder);
    accessibleAutocomplete({ ...this.options(), ...likeness(input), element: holder });
    holder.addEventListener("keydown", (event) => this.submit(event), true);
    const fresh = holder.querySelector("input");
    if (focused) fresh.focus();
    if (input.value) retype(fresh, input.value);
    if (focused) keepSelection(fresh, caret, end);
  }

  options() {
    return {
      name: "q",
      minLength: 2,
      displayMenu: "overlay",
      confirmOnBlur: false,
      showNoOptionsFound: false,
      source: (typed, populate) => this.suggest(typed, populate),
      templates: { inputValue: (chosen) => chosen?.text ?? "", suggestion: line },
      onConfirm: (chosen) => chosen && goTo(chosen),
      tStatusQueryTooShort: (shortest) => `Type ${shortest} or more letters for suggestions.`,
      tStatusNoResults: () => "No suggestions. Press Enter to search.",
    };
  }

  async suggest(typed, populate) {
    const isStill = () => this.form.elements.q.value === typed;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (!isStill()) return;
    const found = await this.ask(typed);
    if (isStill()) populate(found);
  }

  async ask(typed) {
    if (!isWorthAsking(typed)) return [];
    try {
      return await suggestionsOf(this.form.dataset.suggestions, typed);
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

/** The options that make the new input like the old one: its look, its hint and its error. */
function likeness(input) {
  const ids = (input.getAttribute("aria-describedby") ?? "").split(" ");
  const said = ids.map((id) => document.getElementById(id)?.textContent.trim() ?? "");
  return {
    id: input.id,
    inputClasses: input.className,
    tAssistiveHint: () => [...said, HELP].join(" ").trim(),
  };
}

/** Give the new input what the old one held; the library would take a default value for a choice. */
function retype(input, text) {
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** On gaining the focus the library selects all text once, and the next key would overwrite it. */
function keepSelection(input, caret, end) {
  input.setSelectionRange(caret, end);
  input.setSelectionRange = () => delete input.setSelectionRange;
}

function goTo({ address }) {
  const { pathname, searchParams } = new URL(address, window.location.href);
  if (searchParams.has("at")) goToPlace(pathname, searchParams.get("at"));
  else window.location.assign(address);
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
