/** The typing box with everything around it: attach, voice, commands, reply and edit. */

import { excerpt } from "./bubbles.js";
import { lines, round } from "./controls.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu, pickPlace } from "./menu.js";
import { microphone } from "./voice.js";
import { both, say } from "./words.js";

export class Composer {
  /** `deed(action)` does something as this person and resolves to whether it worked; `sendFile(file, fields)` likewise. */
  constructor({ deed, sendFile, toggle }) {
    this.deed = deed;
    this.sendFile = sendFile;
    this.commands = [];
    this.subject = null;
    this.box = h("textarea", { rows: 1, "aria-label": say("write"), placeholder: say("write"), enterkeyhint: "send" });
    this.bar = h("div", { class: "subject", hidden: true });
    this.palette = h("div", { class: "palette", role: "listbox", "aria-label": say("commands"), hidden: true });
    this.file = h("input", { type: "file", hidden: true, onchange: () => this.picked() });
    this.sendButton = round("send", "send", () => this.submit(), { class: "round send", hidden: true });
    this.mic = microphone((seconds) => this.send({ action: "voice", seconds }));
    this.slash = round("commands", "slash", () => this.fill("/"), { hidden: true });
    this.clip = round("attach", "paperclip", () => this.attach(), { "aria-haspopup": "menu" });
    const field = h("div", { class: "field" }, this.slash, this.box, toggle);
    const line = h("div", { class: "line" }, this.clip, field, this.mic, this.sendButton);
    this.element = h("div", { class: "composer" }, this.palette, this.bar, line, this.file);
    this.box.addEventListener("input", () => this.changed());
    this.box.addEventListener("keydown", (event) => this.keyed(event));
  }

  setCommands(commands) {
    this.commands = commands ?? [];
    this.slash.hidden = this.commands.length === 0;
    this.changed();
  }

  setPlaceholder(text) {
    this.box.placeholder = text || say("write");
  }

  /** Puts words into the box without sending them. */
  fill(text) {
    this.box.value = text;
    this.changed();
    this.box.focus();
  }

  replyTo(view) {
    this.setSubject({ reply: view, key: "quote", icon: "reply" });
  }

  editing(view) {
    this.setSubject({ edit: view, key: "editing", icon: "edit" });
    this.fill(view.text);
  }

  setSubject(subject) {
    this.subject = subject;
    this.bar.hidden = !subject;
    if (!subject) return;
    const about = lines(h("b", {}, both(subject.key)), h("span", {}, excerpt(subject.reply ?? subject.edit)));
    this.bar.replaceChildren(icon(subject.icon), about, round("cancel", "close", () => this.drop()));
    this.box.focus();
  }

  drop() {
    const wasEdit = this.subject?.edit;
    this.setSubject(null);
    if (wasEdit) this.fill("");
    this.box.focus();
  }

  async submit() {
    const text = this.box.value.trim();
    if (!text) return;
    const edited = this.subject?.edit;
    this.fill("");
    if (await this.send(edited ? { action: "edit", message_id: edited.id, text } : { action: "text", text })) return;
    if (!this.box.value) this.fill(text);
  }

  /** Does what was chosen, as a reply if one was begun; what could not be done can be tried again. */
  async send(action, deed = this.deed) {
    const subject = this.subject;
    this.setSubject(null);
    const done = await deed({ ...action, ...(subject?.reply && { reply_to: subject.reply.id }) });
    if (!done && subject) this.setSubject(subject);
    return done;
  }

  changed() {
    const written = this.box.value.trim() !== "";
    this.sendButton.hidden = !written;
    this.mic.hidden = written;
    this.box.style.height = "auto";
    const { scrollHeight } = this.box;  // 0 while the phone is out of sight
    if (scrollHeight) this.box.style.height = `${scrollHeight}px`;
    this.suggest();
  }

  suggest() {
    const typed = this.box.value;
    const matching = /^\/\w*$/.test(typed) ? this.commands.filter(({ command }) => `/${command}`.startsWith(typed)) : [];
    this.palette.hidden = matching.length === 0;
    this.palette.replaceChildren(...matching.map((command, n) => this.option(command, n === 0)));
  }

  option({ command, description }, selected) {
    const send = () => { this.fill(`/${command}`); this.submit(); };
    return h("button", { role: "option", tabindex: -1, "aria-selected": String(selected), onclick: send },
      h("b", {}, `/${command}`), h("span", {}, description));
  }

  keyed(event) {
    if (event.isComposing || event.keyCode === 229) return;  // Enter that only accepts a pinyin candidate
    if (!this.palette.hidden && this.choosing(event)) return event.preventDefault();
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && this.subject) {
      this.drop();
    }
  }

  /** Walks the commands that match; says whether the key was for them. */
  choosing({ key }) {
    const options = [...this.palette.children];
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const steps = { ArrowUp: -1, ArrowDown: 1 };
    if (key === "Escape") this.palette.hidden = true;
    else if (key === "Enter") options[at].click();
    else if (key === "Tab") this.fill(`${options[at].firstChild.textContent} `);
    else if (key in steps) this.select(options, (at + steps[key] + options.length) % options.length);
    else return false;
    return true;
  }

  select(options, at) {
    options.forEach((option, n) => option.setAttribute("aria-selected", String(n === at)));
    options[at].scrollIntoView({ block: "nearest" });
  }

  attach() {
    const deed = (key, action) => ({ key, icon: key, run: () => this.send(action) });
    openMenu(this.clip, [
      deed("photo", { action: "photo", caption: "", count: 1 }),
      deed("album", { action: "photo", caption: "", count: 3 }),
      deed("voice", { action: "voice", seconds: 5 }),
      { key: "location", icon: "location", run: () => pickPlace((lat, lon) => this.send({ action: "location", lat, lon })) },
      deed("contact", { action: "contact" }),
      deed("document", { action: "document", name: "申请书.pdf" }),
      deed("sticker", { action: "sticker" }),
      { key: "pick", icon: "pick", run: () => this.file.click() },
    ].map((item) => ({ ...item, icon: item.icon === "voice" ? "mic" : item.icon })), "grid");
  }

  async picked() {
    const [file] = this.file.files;
    this.file.value = "";
    const caption = this.box.value.trim();
    if (file && (await this.send({ caption }, (fields) => this.sendFile(file, fields)))) this.fill("");
  }
}
