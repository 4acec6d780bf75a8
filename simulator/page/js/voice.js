/** Voice: the bar that plays one, and the button that sends one. */

import { lines, round } from "./controls.js";
import { h, svg } from "./dom.js";
import { icon } from "./icons.js";
import { length } from "./times.js";
import { say } from "./words.js";

const BARS = 34;
const TAP = 350;
const TAPPED_SECONDS = 3;

/** A play button, a drawn wave and the duration. A file that cannot be played still runs its length. */
export function voiceBar({ id, file }, title) {
  const seconds = file?.duration ?? 1;
  const name = `${say("play")} ${length(seconds)}`;
  const button = h("button", { class: "disc play", "aria-label": name }, icon("play"));
  const left = h("small", {}, length(seconds));
  const bar = h("div", { class: "voicebar" }, button, lines(title && h("b", {}, title), wave(id), left));
  button.addEventListener("click", player(bar, button, left, file?.url, seconds));
  return bar;
}

function wave(seed) {
  const bars = Array.from({ length: BARS }, (_, n) => {
    const height = 4 + Math.abs(Math.sin(seed * 1.7 + n * 0.9) * Math.cos(n * 0.37 + seed)) * 18;
    return svg("rect", { x: n * 4, y: (24 - height) / 2, width: 2.4, height, rx: 1.2 });
  });
  return svg("svg", { class: "wave", viewBox: `0 0 ${BARS * 4} 24`, "aria-hidden": "true" }, bars);
}

function player(bar, button, left, url, seconds) {
  const bars = bar.querySelectorAll("rect");
  let sound = null;
  let started = 0;
  const show = (share) => bars.forEach((rect, n) => rect.classList.toggle("played", n / BARS < share));
  const stop = () => {
    sound?.pause();
    sound = null;
    button.replaceChildren(icon("play"));
    bar.classList.remove("playing");
    left.textContent = length(seconds);
    show(0);
  };
  const step = (now) => {
    if (!sound) return;
    const passed = (now - started) / 1000;
    if (passed >= seconds || !bar.isConnected) return stop();
    left.textContent = length(seconds - passed);
    show(passed / seconds);
    requestAnimationFrame(step);
  };
  return () => {
    if (sound) return stop();
    sound = new Audio(url);
    sound.play().catch(() => {});
    started = performance.now();
    button.replaceChildren(icon("pause"));
    bar.classList.add("playing");
    requestAnimationFrame(step);
  };
}

/** The microphone: a tap sends three seconds, holding sends as long as it is held. No sound is recorded. */
export function microphone(send) {
  const timer = h("span", { class: "timer", "aria-hidden": "true" });
  const button = round("voicehelp", "mic", null, { class: "round mic" });
  button.append(timer);
  let since = null;
  let ticking = null;
  const end = () => {
    clearInterval(ticking);
    button.classList.remove("held");
    const held = since === null ? 0 : performance.now() - since;
    since = null;
    return held;
  };
  button.addEventListener("pointerdown", (event) => {
    button.setPointerCapture(event.pointerId);
    since = performance.now();
    timer.textContent = "0:00";
    ticking = setInterval(() => {
      button.classList.add("held");
      timer.textContent = `${length((performance.now() - since) / 1000)} ${say("recording")}`;
    }, TAP);
  });
  button.addEventListener("pointercancel", end);
  button.addEventListener("click", () => {
    const held = end();
    send(held > TAP ? Math.max(1, Math.round(held / 1000)) : TAPPED_SECONDS);
  });
  return button;
}
