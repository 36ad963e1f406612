import { longDate } from "../lib/dates.js";

/** A sheet to print: the button, the date of today, and the whole address of the live page. */
export class PrintPage {
  constructor(element) {
    const today = new Date();
    const button = element.querySelector("[data-print]");
    const time = element.querySelector("[data-today]");
    time.dateTime = longDate(today).iso;
    time.textContent = longDate(today).text;
    element.querySelector("[data-printed]").hidden = false;
    button.hidden = false;
    button.addEventListener("click", () => window.print());
    for (const link of document.querySelectorAll("[data-live-address]")) link.textContent = link.href;
  }
}
