/** One person's phone: the chat with the bot, kept in step with the server's events. */

import { act, readPhone, upload } from "./api.js";
import { excerpt } from "./bubbles.js";
import { Composer } from "./composer.js";
import { lines, round, seal, wide } from "./controls.js";
import { flash, h } from "./dom.js";
import { followLink, hearPresses, hearTaps } from "./gestures.js";
import { Keyboard } from "./keyboard.js";
import { openMenu } from "./menu.js";
import { Overlay } from "./overlay.js";
import { Timeline } from "./timeline.js";
import { both, say } from "./words.js";

const TYPING_MS = 5000;
const ANSWER_MS = 30000;

export class Phone {
  /** `noticed(phone)` is called when the number of unread messages changes. */
  constructor(person, bot, noticed) {
    Object.assign(this, { person, bot, noticed, unread: 0, inView: false, early: [] });
    this.timeline = new Timeline();
    this.overlay = new Overlay();
    this.keyboard = new Keyboard(({ text }) => this.deed({ action: "press", text }));
    this.composer = new Composer({
      deed: (action) => this.deed(action),
      sendFile: (file, fields) => this.sendFile(file, fields),
      toggle: this.keyboard.toggle,
    });
    this.status = h("small", { class: "status" });
    this.live = h("p", { class: "sr", "aria-live": "polite" });
    this.element = this.build();
    hearTaps(this);
    hearPresses(this);
    this.setTyping(false);
  }

  build() {
    const { id, name, label, phone, color } = this.person;
    const { toasts, alerts } = this.overlay;
    const frame = h("div", { class: "frame" }, this.bar(), this.timeline.element, this.welcome(), toasts, alerts,
      this.composer.element, this.stopped(), this.keyboard.element);
    const owner = h("header", { class: "owner" }, avatar(this.person),
      h("h2", {}, name), label && h("span", { class: "label" }, label), phone && h("small", { class: "number" }, phone));
    const spoken = [name, label].filter(Boolean).join("，");
    const whose = { id: `phone-${id}`, dataset: { user: id }, "aria-label": spoken };
    const section = h("section", { class: "phone", ...whose }, owner, frame, this.live);
    section.style.setProperty("--who", color);
    return section;
  }

  bar() {
    const more = round("more", "more", () => this.menu(more), { "aria-haspopup": "menu" });
    return h("header", { class: "bar" }, seal("帮", "seal small"), lines(h("b", {}, this.bot.name), this.status), more);
  }

  welcome() {
    return h("div", { class: "welcome" }, seal("帮办"), h("p", {}, both("empty")), wide("start", () => this.start()));
  }

  stopped() {
    const unblock = wide("unblock", () => this.deed({ action: "unblock" }));
    return h("div", { class: "stopped" }, h("p", {}, both("blocked")), unblock);
  }

  menu(anchor) {
    const { x, bottom } = anchor.getBoundingClientRect();
    openMenu({ x, y: bottom + 4 }, [
      { key: "restart", icon: "restart", run: () => this.start() },
      this.element.classList.contains("blocked")
        ? { key: "unblock", icon: "restart", run: () => this.deed({ action: "unblock" }) }
        : { key: "block", icon: "block", danger: true, run: () => this.deed({ action: "block" }) },
    ]);
  }

  start(payload = "") {
    return this.deed({ action: "start", payload });
  }

  /** Reads everything anew from the server; events that come meanwhile are applied after it. */
  async load() {
    this.early = [];
    const { messages, reply_keyboard: layout, commands, blocked } = await readPhone(this.person.id);
    this.timeline.load(messages);
    this.keyboard.set(layout);
    this.composer.setPlaceholder(layout?.placeholder);
    this.composer.setCommands(commands);
    this.setBlocked(blocked);
    this.setEmpty();
    const waiting = this.early;
    this.early = null;
    waiting.forEach((event) => this.apply(event));
  }

  /** Takes in one event of the server's. */
  apply(event) {
    if (this.early) return this.early.push(event);
    return this[`on_${event.type}`]?.(event);
  }

  on_message({ message }) {
    this.timeline.put(message);
    this.setEmpty();
    if (message.from === "me") return this.timeline.toEnd();
    this.setTyping(false);
    this.live.textContent = excerpt(message);
    return this.arrived();
  }

  on_edit({ message }) {
    this.timeline.put(message);
    if (message.from === "bot") this.live.textContent = `${say("edited")}：${excerpt(message)}`;
  }

  on_delete({ id }) {
    this.timeline.remove(id);
    this.setEmpty();
  }

  on_reply_keyboard({ reply_keyboard: layout }) {
    this.keyboard.set(layout);
    this.composer.setPlaceholder(layout?.placeholder);
  }

  on_toast({ text, alert, message_id: id }) {
    for (const waiting of id ? [id] : [...this.timeline.waiting.keys()]) this.timeline.wait(waiting);
    if (text && alert) this.overlay.alert(text, this.element);
    else if (text) this.overlay.toast(text);
  }

  on_commands({ commands }) {
    this.composer.setCommands(commands);
  }

  on_blocked({ blocked }) {
    this.setBlocked(blocked);
  }

  on_typing() {
    this.setTyping(true);
  }

  arrived() {
    flash(this.element, "lit");
    if (this.inView && document.visibilityState === "visible") return;
    this.unread += 1;
    this.noticed(this);
  }

  /** Tells the phone whether its person can be seen; seeing it reads it. */
  setInView(inView) {
    this.inView = inView;
    if (inView && this.unread) {
      this.unread = 0;
      this.noticed(this);
    }
  }

  setBlocked(blocked) {
    this.element.classList.toggle("blocked", Boolean(blocked));
  }

  setEmpty() {
    this.element.classList.toggle("empty", this.timeline.views.length === 0);
  }

  setTyping(typing) {
    clearTimeout(this.typingTimer);
    this.element.classList.toggle("typing", typing);
    this.status.replaceChildren(...(typing ? both("typing") : [`@${this.bot.username}`]));
    if (typing) this.typingTimer = setTimeout(() => this.setTyping(false), TYPING_MS);
  }

  /** Does something as this person; a refusal is shown and resolves to false. */
  deed(action) {
    return this.attempt(() => act(this.person.id, action));
  }

  sendFile(file, fields) {
    const action = file.type.startsWith("image/") ? "photo" : file.type.startsWith("audio/") ? "voice" : "document";
    return this.attempt(() => upload(this.person.id, action, file, fields));
  }

  async attempt(call) {
    try {
      await call();
      return true;
    } catch (error) {
      this.overlay.toast(`${say("failed")}：${error.message}`, true);
      return false;
    }
  }

  /** Taps an inline button, which turns until the bot answers (Telegram gives up after a while too). */
  async tap(id, index, url) {
    if (url) return this.follow(url);
    this.timeline.wait(id, index);
    setTimeout(() => this.timeline.waiting.get(id) === index && this.timeline.wait(id), ANSWER_MS);
    const done = await this.deed({ action: "tap", message_id: id, index: index.split(",").map(Number) });
    if (!done) this.timeline.wait(id);
  }

  follow(url) {
    return followLink(this, url);
  }
}

/** A round mark with the last two characters of the name, in the person's colour. */
export function avatar({ name, color }) {
  const mark = h("span", { class: "avatar", "aria-hidden": "true" }, [...name].slice(-2).join(""));
  mark.style.setProperty("--who", color);
  return mark;
}
