/** The drawer of things to try, written for whoever's phone is at hand. */

import { round } from "./controls.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { both } from "./words.js";

export class Hints {
  /** `take(hint)` puts a hint's words, or does its deed, in the phone at hand. */
  constructor(element, take) {
    this.element = element;
    this.take = take;
    this.all = [];
    const drawer = { "aria-expanded": "false", "aria-controls": element.id, onclick: () => this.show(element.hidden) };
    this.button = h("button", { class: "pill", ...drawer }, icon("try"), both("try"));
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
    const close = round("close", "close", () => this.show(false));
    const head = h("header", {}, h("h2", {}, person.name, " · ", both("try")), close);
    this.element.replaceChildren(head, ...fitting.map((group) => this.section(group)));
  }

  section({ zh, en, hints }) {
    const title = h("h3", {}, zh, " ", h("span", { class: "en", lang: "en" }, en));
    return h("section", {}, title, hints.map((hint) => this.line(hint)));
  }

  line(hint) {
    return h("button", { class: "hint", onclick: () => this.take(hint) },
      h("span", {}, hint.zh), h("span", { class: "en", lang: "en" }, hint.en));
  }
}
