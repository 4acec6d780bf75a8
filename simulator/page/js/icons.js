/** Line icons, drawn on a 24-unit grid. */

import { svg } from "./dom.js";

const PATHS = {
  album: "M4 8h12v12H4zM8 8V4h12v12h-4M4 17l3.5-3.5L11 17",
  block: "M5.6 5.6l12.8 12.8M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18",
  close: "M6 6l12 12M18 6L6 18",
  contact: "M12 12a4 4 0 1 0 0-8a4 4 0 0 0 0 8M4 21c1-4 4-6 8-6s7 2 8 6",
  copy: "M8 8h12v12H8zM16 8V4H4v12h4",
  dice: "M5 5h14v14H5zM9 9h.01M15 9h.01M12 12h.01M9 15h.01M15 15h.01",
  document: "M6 3h8l5 5v13H6zM14 3v5h5",
  down: "M12 5v14M6 13l6 6l6-6",
  edit: "M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4",
  keyboard: "M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M7 14h10",
  location: "M12 21c5-6 7-9 7-12a7 7 0 1 0-14 0c0 3 2 6 7 12M12 11.5a2.5 2.5 0 1 0 0-5a2.5 2.5 0 0 0 0 5",
  mic: "M12 3a3 3 0 0 1 3 3v6a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3M5 11a7 7 0 0 0 14 0M12 18v3",
  more: "M12 5h.01M12 12h.01M12 19h.01",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.500 10.5",
  auto: "M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18",
  pause: "M8 5v14M16 5v14",
  paperclip: "M20 11l-8.500 8.500a5 5 0 0 1-7-7L13 4a3.500 3.500 0 0 1 5 5l-8.500 8.500a2 2 0 0 1-3-3L14 7",
  photo: "M4 5h16v14H4zM4 16l5-5l4 4l3-3l4 4M15.500 9h.01",
  pick: "M12 15V4M7.500 8.500L12 4l4.500 4.500M4 15v5h16v-5",
  play: "M8 5l11 7l-11 7z",
  poll: "M5 20V10M12 20V4M19 20v-7",
  reply: "M10 6L4 12l6 6M4 12h9c4 0 6 2 7 6",
  restart: "M4 12a8 8 0 1 0 2.500-5.800M4 4v5h5",
  send: "M4 12l16-8l-6 16l-3-7z",
  slash: "M4 6h16M4 12h16M4 18h10",
  sticker: "M4 4h16v10l-6 6H4zM20 14h-6v6M9 10h.01M14 9h.01M8 14c1 1.500 3 1.500 4 .5",
  sun: "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.400 1.400M17.600 17.600L19 19M5 19l1.400-1.400M17.600 6.400L19 5",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  try: "M9 18h6M10 21h4M12 3a6 6 0 0 0-3.500 11c.5.5.5 1 .5 2h6c0-1 0-1.500.5-2A6 6 0 0 0 12 3",
  video: "M3 6h12v12H3zM15 10l6-3v10l-6-3",
};

export const icon = (name) =>
  svg("svg", { viewBox: "0 0 24 24", class: `icon i-${name}`, "aria-hidden": "true" }, svg("path", { d: PATHS[name] }));
