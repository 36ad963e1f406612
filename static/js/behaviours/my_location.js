import { reasonFor } from "../lib/location.js";
import { goToPlace } from "../lib/navigation.js";
import { pointText } from "../lib/query.js";

const OPTIONS = { timeout: 15_000, maximumAge: 60_000 };

/** The button that asks the device where it is, and goes to what there is there. */
export class MyLocation {
  constructor(element) {
    if (!navigator.geolocation) return;
    this.element = element;
    this.said = element.querySelector("[data-said]");
    element.hidden = false;
    element.querySelector("button").addEventListener("click", () => this.ask());
  }

  ask() {
    this.said.textContent = "Finding your location…";
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.go(coords),
      ({ code }) => {
        this.said.textContent = reasonFor(code);
      },
      OPTIONS,
    );
  }

  go({ longitude, latitude }) {
    this.said.textContent = "";
    goToPlace(this.element.dataset.action, pointText({ lng: longitude, lat: latitude }));
  }
}
