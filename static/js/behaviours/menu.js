/** The button that opens and closes the navigation on a phone. */
export class Menu {
  constructor(button) {
    this.button = button;
    this.navigation = document.getElementById(button.getAttribute("aria-controls"));
    button.addEventListener("click", () => this.turn(!this.isOpen()));
    this.navigation.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !this.isOpen()) return;
      this.turn(false);
      button.focus();
    });
  }

  isOpen() {
    return this.button.getAttribute("aria-expanded") === "true";
  }

  turn(open) {
    this.button.setAttribute("aria-expanded", String(open));
    this.navigation.toggleAttribute("data-open", open);
  }
}
