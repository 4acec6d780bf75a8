/** The drawer of things to try, written for whoever's phone is at hand. */

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { both, say } from "./words.js";

export class Hints {
  /** `take(hint)` puts a hint's words, or does its deed, in the phone at hand. */
  constructor(element, take) {
    this.element = element;
    this.take = take;
    this.all = [];
    this.button = h("button", { type: "button", class: "pill", "aria-expanded": "false", "aria-controls": element.id, onclick: () => this.show(this.element.hidden) }, icon("try"), both("try"));
    element.addEventListener("keydown", ({ key }) => key === "Escape" && this.show(false));
  }

  async load() {
    this.all = await (await fetch("/page/hints.json")).json();
  }

  show(shown) {
    this.element.hidden = !shown;
    this.button.setAttribute("aria-expanded", String(shown));
    if (shown) this.element.querySelector("button.hint")?.focus();
    else this.button.focus();
  }

  /** Lists what suits this person: groups whose `for` matches the label, or that have none. */
  suit(person) {
    const fitting = this.all.filter((group) => !group.for || new RegExp(group.for).test(person.label ?? ""));
    const close = h("button", { type: "button", class: "round quiet", "aria-label": say("close"), onclick: () => this.show(false) }, icon("close"));
    this.element.replaceChildren(
      h("header", {}, h("h2", {}, person.name, " · ", both("try")), close),
      ...fitting.map((group) => h("section", {}, h("h3", {}, group.zh, " ", h("span", { class: "en", lang: "en" }, group.en)), group.hints.map((hint) => this.line(hint)))));
  }

  line(hint) {
    return h("button", { type: "button", class: "hint", onclick: () => this.take(hint) },
      h("span", {}, hint.zh), h("span", { class: "en", lang: "en" }, hint.en));
  }
}
