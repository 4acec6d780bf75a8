/** The people, as a row of buttons: on a narrow screen it chooses the phone, on a wide one it leads to it. */

import { lines } from "./controls.js";
import { flash, h } from "./dom.js";
import { avatar } from "./phone.js";
import { say } from "./words.js";

export class Rail {
  constructor(element, choose) {
    this.element = element;
    this.choose = choose;
    this.buttons = new Map();
  }

  fill(people) {
    this.buttons = new Map(people.map((person) => [person.id, this.button(person)]));
    this.element.replaceChildren(...this.buttons.values());
  }

  button(person) {
    const { id, name, label } = person;
    return h("button", { class: "person", dataset: { user: id }, onclick: () => this.choose(id) },
      avatar(person), lines(h("b", {}, name), label && h("small", {}, label)), h("span", { class: "badge", hidden: true }));
  }

  select(id) {
    for (const [user, button] of this.buttons) button.setAttribute("aria-current", String(user === id));
    this.buttons.get(id)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  setUnread(id, unread) {
    const button = this.buttons.get(id);
    const badge = button.querySelector(".badge");
    badge.hidden = unread === 0;
    badge.textContent = unread > 99 ? "99+" : String(unread);
    badge.setAttribute("aria-label", `${unread} ${say("unread")}`);
    if (unread) flash(button, "nod");
  }
}
