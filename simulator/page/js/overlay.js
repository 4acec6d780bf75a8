/** What a bot answers to a tap: a toast that passes, or an alert that waits for OK. One layer per phone. */

import { wide } from "./controls.js";
import { h, leave } from "./dom.js";

const TOAST_MS = 3600;

export class Overlay {
  constructor() {
    this.toasts = h("div", { class: "toasts", role: "status" });
    this.alerts = h("div", { class: "alerts" });
  }

  toast(text, failed = false) {
    const note = h("p", { class: failed ? "toast failed" : "toast" }, text);
    this.toasts.append(note);
    setTimeout(() => leave(note), TOAST_MS);
  }

  /** Takes the focus only if it is not busy in another phone. */
  alert(text, phone) {
    const free = document.activeElement === document.body || phone.contains(document.activeElement);
    const back = document.activeElement;
    const close = () => { box.remove(); back?.focus?.(); };
    const ok = wide("ok", close);
    const sheet = h("div", { class: "sheet" }, h("p", {}, text), ok);
    const onkeydown = ({ key }) => key === "Escape" && close();
    const box = h("div", { class: "alert", role: "alertdialog", "aria-label": text, onkeydown }, sheet);
    this.alerts.append(box);
    if (free) ok.focus();
  }
}
