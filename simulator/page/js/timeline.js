/**
 * The messages of one phone: shows the newest, adds older ones on looking back, and stays at the end unless one has
 * scrolled away.
 */

import { renderBlock } from "./bubbles.js";
import { flash, h, leave } from "./dom.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

const PAGE = 60;
const NEAR = 48;
const UNHURRIED = 150;

export class Timeline {
  constructor() {
    this.views = [];
    this.start = 0;
    this.items = new Map();
    this.waiting = new Map();
    this.atEnd = true;
    this.missed = 0;
    this.room = "";
    this.lastArrival = 0;
    this.list = h("ol", { class: "messages", tabindex: 0, "aria-label": say("messages") });
    this.earlier = h("button", { class: "earlier", onclick: () => this.lookBack() }, say("earlier"));
    this.scroller = h("div", { class: "scroller", onscroll: () => this.scrolled() }, this.earlier, this.list);
    this.latest = h("button", { class: "latest", hidden: true, onclick: () => this.toEnd() });
    this.element = h("div", { class: "timeline" }, this.scroller, this.latest);
    this.list.addEventListener("keydown", (event) => this.walk(event));
    const sizes = new ResizeObserver(() => this.atEnd && this.toEnd());
    [this.list, this.scroller].forEach((element) => sizes.observe(element));
  }

  /** Starts over from a snapshot. */
  load(views) {
    this.views = [...views].sort((a, b) => a.id - b.id);
    this.waiting.clear();
    this.render(Math.max(0, this.views.length - PAGE));
    this.toEnd();
  }

  find = (id) => {
    const at = this.indexOf(id);
    return at < 0 ? undefined : this.views[at];
  };

  /** Shows a new message or the new form of a known one. */
  put(view) {
    const at = this.indexOf(view.id);
    if (at >= 0) return this.change(at, view);
    const after = this.views.findLastIndex((other) => other.id < view.id);
    this.views.splice(after + 1, 0, view);
    if (after + 2 < this.views.length) return this.render(Math.min(this.start, after + 1));
    return this.append(view);
  }

  remove(id) {
    const at = this.indexOf(id);
    if (at < 0) return;
    const [from, to] = this.block(at);
    const [gone] = this.views.splice(at, 1);
    const item = this.items.get(id);
    this.items.delete(id);
    if (at < this.start) this.start -= 1;
    else if (to - from > 1) this.redraw(from, item);
    else leave(item).then(() => this.views[at] && this.items.has(this.views[at].id) && this.redraw(at));
    return gone;
  }

  /** Marks one inline button as waiting for the bot's answer, or (no index) as answered. */
  wait(id, index) {
    if (index) this.waiting.set(id, index);
    else this.waiting.delete(id);
    const at = this.indexOf(id);
    if (this.items.has(id)) this.redraw(at);
  }

  /** Scrolls to a message, looking back as far as needed, and lights it up. */
  goTo(id) {
    const at = this.indexOf(id);
    if (at < 0) return;
    this.atEnd = false;
    if (at < this.start) this.render(Math.max(0, at - 10));
    const item = this.items.get(id);
    item.scrollIntoView({ block: "center", behavior: "smooth" });
    flash(item, "found");
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.atEnd = true;
    this.room = this.measured();
    this.settled();
  }

  settled() {
    this.missed = 0;
    this.latest.hidden = true;
  }

  indexOf(id) {
    let low = 0;
    let high = this.views.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (this.views[middle].id === id) return middle;
      if (this.views[middle].id < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** The half-open range of the album that this message belongs to; of itself if it is alone. */
  block(at) {
    const group = this.views[at].media_group;
    const same = (view) => view && group && view.media_group === group;
    let [from, to] = [at, at + 1];
    while (same(this.views[from - 1])) from -= 1;
    while (same(this.views[to])) to += 1;
    return [from, to];
  }

  draw(from, to) {
    const views = this.views.slice(from, to);
    const context = { find: this.find, waiting: this.waiting.get(views.at(-1).id) };
    const item = renderBlock(views, this.views[from - 1], context);
    for (const view of views) this.items.set(view.id, item);
    return item;
  }

  redraw(at, old = this.items.get(this.views[at].id)) {
    const [from, to] = this.block(at);
    const item = this.draw(from, to);
    old.replaceWith(item);
    return item;
  }

  render(start) {
    this.items.clear();
    this.start = this.views[start] ? this.block(start)[0] : 0;
    this.list.replaceChildren(...this.drawn(this.start, this.views.length));
    this.earlier.hidden = this.start === 0;
  }

  drawn(from, end) {
    const items = [];
    for (let at = from; at < end; at = this.block(at)[1]) items.push(this.draw(...this.block(at)));
    return items;
  }

  change(at, view) {
    this.views[at] = view;
    if (this.items.has(view.id)) flash(this.redraw(at), "changed");
  }

  append(view) {
    const at = this.views.length - 1;
    const [from] = this.block(at);
    if (from < at) this.redraw(at, this.items.get(this.views[from].id));
    else this.list.append(this.draw(at, at + 1));
    this.welcome(this.items.get(view.id));
    if (this.atEnd) this.trim();
    else this.count();
  }

  /** Lets a message slide in, unless they come faster than one can read. */
  welcome(item) {
    const now = performance.now();
    if (now - this.lastArrival > UNHURRIED) item.classList.add("arriving");
    this.lastArrival = now;
  }

  /** Lets go of old elements while nobody looks at them, so that a long day stays fast. */
  trim() {
    if (this.list.childElementCount <= PAGE * 3) return;
    this.render(this.views.length - PAGE);
    this.toEnd();  // the list may be as long again by the next picture: nothing else would notice
  }

  count() {
    this.missed += 1;
    this.latest.hidden = false;
    this.latest.replaceChildren(icon("down"), String(this.missed));
    this.latest.setAttribute("aria-label", `${say("latest")} · ${this.missed}`);
  }

  lookBack() {
    const before = this.scroller.scrollHeight - this.scroller.scrollTop;
    const end = this.start;
    this.start = this.block(Math.max(0, end - PAGE))[0];
    this.list.prepend(...this.drawn(this.start, end));
    this.earlier.hidden = this.start === 0;
    this.scroller.scrollTop = this.scroller.scrollHeight - before;
  }

  scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const near = scrollHeight - scrollTop - clientHeight < NEAR;
    const room = this.measured();
    if (near || room === this.room) this.atEnd = near;  // what comes of a change of size is not scrolling away
    this.room = room;
    if (near) this.settled();
    else if (scrollTop < NEAR && this.start > 0) this.lookBack();
  }

  measured() {
    return `${this.scroller.scrollHeight}/${this.scroller.clientHeight}`;
  }

  walk(event) {
    const steps = { ArrowUp: -1, ArrowDown: 1 };
    if (!(event.key in steps) || event.target.closest("button, a")) return;
    event.preventDefault();
    const items = [...this.list.children];
    const at = items.indexOf(document.activeElement);
    const next = at < 0 ? items.at(-1) : items[at + steps[event.key]];
    next?.focus();
  }
}
