// What a reader could not read: text whose contrast is under 4.5 to 1 (WCAG AA), and controls without a name.
() => {
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

  const painted = (colors) => {
    pen.clearRect(0, 0, 1, 1);
    for (const color of colors) {
      pen.fillStyle = color;
      pen.fillRect(0, 0, 1, 1);
    }
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };

  const luminance = (rgb) => {
    const linear = rgb.map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };

  const grounds = (element) =>
    element ? [...grounds(element.parentElement), getComputedStyle(element).backgroundColor] : [];

  const contrast = (element) => {
    const under = grounds(element);
    const over = [...under, getComputedStyle(element).color];
    const [dark, light] = [luminance(painted(under)), luminance(painted(over))].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  };

  const speaks = (element) =>
    element.checkVisibility() && !element.closest(".sr, svg, .spoiler") &&
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());

  const faint = [...document.querySelectorAll("body *")].filter(speaks)
    .map((element) => [element.className || element.tagName, element.textContent.trim().slice(0, 20), contrast(element)])
    .filter(([, , ratio]) => ratio < 4.5);

  const nameless = [...document.querySelectorAll("button, a[href], textarea")]
    .filter((element) => element.checkVisibility() && !(element.ariaLabel || element.textContent).trim())
    .map((element) => element.outerHTML);

  return { faint, nameless };
}
