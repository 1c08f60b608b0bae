// <people-bar>: everybody in the sandbox; a press brings a phone out or puts it away.

import { element } from "./dom.js";

export class PeopleBar extends HTMLElement {
  // `toggle` is called with a person's id.
  draw(people, shown, toggle) {
    this.setAttribute("role", "group");
    this.ariaLabel = "Phones";
    this.replaceChildren(...people.map(({ id, name, language_code: language }) => {
      const out = shown.has(id);
      const chip = element("button", { type: "button", className: "chip", onclick: () => toggle(id) }, name, element("small", {}, language));
      chip.ariaPressed = String(out);
      chip.title = out ? "Put the phone away" : "Bring the phone out";
      return chip;
    }));
  }
}

customElements.define("people-bar", PeopleBar);
