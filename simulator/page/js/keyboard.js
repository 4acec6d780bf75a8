/** The reply keyboard: large buttons under the typing box. */

import { round } from "./controls.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

export class Keyboard {
  /** `press(button)` is called with the button as the server described it. */
  constructor(press) {
    this.press = press;
    this.shown = false;
    this.layout = null;
    this.element = h("div", { class: "keyboard", role: "group", "aria-label": say("keyboard"), hidden: true });
    this.toggle = round("keyboard", "keyboard", () => this.show(!this.shown), { hidden: true });
  }

  /** Takes a new layout (or null for none) and shows it. */
  set(layout) {
    this.layout = layout?.rows?.length ? layout : null;
    this.toggle.hidden = !this.layout || Boolean(this.layout.persistent);
    this.element.replaceChildren(...(this.layout?.rows ?? []).map((row) => this.row(row)));
    this.show(Boolean(this.layout));
  }

  show(shown) {
    this.shown = shown && Boolean(this.layout);
    this.element.hidden = !this.shown;
    this.toggle.setAttribute("aria-pressed", String(this.shown));
  }

  row(buttons) {
    return h("div", { class: "row" }, buttons.map((button) => {
      const extra = (button.request_contact && "contact") || (button.request_location && "location");
      const press = () => this.press(button);
      return h("button", { class: "key", onclick: press }, extra && icon(extra), h("span", {}, button.text));
    }));
  }
}
