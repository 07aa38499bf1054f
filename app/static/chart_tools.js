// Downloads of one chart. The picture is composed here, from the chart as drawn on screen, with its
// title, subtitle, source and date inside, so that it can stand alone on a slide.
export default function ({ parentElement, data }) {
  const tools = parentElement.querySelector(".tools");
  tools.replaceChildren();
  tools.setAttribute("aria-label", `Source and downloads: ${data.title}`);
  const source = document.createElement("span");
  source.textContent = data.source;
  tools.append(source);
  const offer = (label, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.title = `Download ${label}: ${data.title}`;
    button.onclick = act;
    tools.append(button);
  };
  offer("PNG", () => picture(data).then(png).then((blob) => save(blob, `${data.name}.png`)));
  offer("SVG", () => picture(data).then(({ text }) =>
    save(new Blob([text], { type: "image/svg+xml" }), `${data.name}.svg`)));
  offer("CSV", () => save(new Blob([data.csv], { type: "text/csv;charset=utf-8" }), `${data.name}.csv`));
}

const SANS = "'Source Sans 3','Source Sans Pro',Helvetica,Arial,sans-serif";
const SERIF = "'Source Serif 4','Source Serif Pro',Georgia,serif";
const MARGIN = 24;

async function picture(data) {
  const plot = document.querySelector(`.${data.container} .js-plotly-plot`);
  const layers = [...plot.querySelectorAll("svg.main-svg")];
  const box = plot.getBoundingClientRect();
  const width = Math.max(box.width, 480);
  const title = wrap(data.title, `600 22px ${SERIF}`, width);
  const subtitle = wrap(data.subtitle, `15px ${SANS}`, width);
  const source = wrap(data.source, `13px ${SANS}`, width);
  const top = MARGIN + title.length * 28 + subtitle.length * 20 + 12;
  const full = { width: width + 2 * MARGIN, height: top + box.height + source.length * 18 + 2 * MARGIN };
  const lines = (texts, x, y, step, style, fill) => texts.map((text, i) =>
    `<text x="${x}" y="${y + i * step}" style="${style}" fill="${fill}">${escape(text)}</text>`).join("");
  const body = layers.map((layer) => {
    const copy = layer.cloneNode(true);
    const at = layer.getBoundingClientRect();
    copy.setAttribute("x", MARGIN + at.left - box.left);
    copy.setAttribute("y", top + at.top - box.top);
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.style.background = "none";
    return new XMLSerializer().serializeToString(copy);
  }).join("");
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${full.width}" height="${full.height}" ` +
    `viewBox="0 0 ${full.width} ${full.height}"><title>${escape(data.title)}</title>` +
    `<rect width="100%" height="100%" fill="${data.paper}"/>` +
    lines(title, MARGIN, MARGIN + 22, 28, `font:600 22px ${SERIF}`, data.ink) +
    lines(subtitle, MARGIN, MARGIN + title.length * 28 + 14, 20, `font:15px ${SANS}`, data.quiet) +
    body +
    lines(source, MARGIN, top + box.height + MARGIN + 6, 18, `font:13px ${SANS}`, data.quiet) + "</svg>";
  return { text, ...full };
}

async function png({ text, width, height }) {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * 2;
  canvas.height = height * 2;
  const context = canvas.getContext("2d");
  context.scale(2, 2);
  context.drawImage(image, 0, 0);
  URL.revokeObjectURL(image.src);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function wrap(text, font, width) {
  const context = document.createElement("canvas").getContext("2d");
  context.font = font;
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (context.measureText(longer).width > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function escape(text) {
  return text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
