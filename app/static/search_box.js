// The search box. It asks /search.json of the same server while people type, and lists links: they
// open with Enter, in a new tab, or from a screen reader, as any link does. Without an answer, the
// form still leads to the results page.
const PAUSE = 130; // milliseconds without a key before the server is asked

export default function ({ parentElement }) {
  const root = parentElement.querySelector(".search");
  const part = (name) => root.querySelector(name);
  const [dialog, input, told, found] = ["dialog", "input", ".told", ".found"].map(part);
  root.leave?.abort(); // Streamlit may call this again on the same element: listen only once
  root.leave = new AbortController();
  const on = (target, event, act) => target.addEventListener(event, act, { signal: root.leave.signal });

  const open = () => {
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
  };
  let waiting, asking;
  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const question = input.value.trim();
    if (!question) return show(told, found, { told: "", hints: [], kinds: [] });
    try {
      const address = `search.json?q=${encodeURIComponent(question)}`;
      const reply = await fetch(address, { signal: asking.signal });
      const answer = await reply.json();
      show(told, found, answer.error ? { told: answer.error, hints: [], kinds: [] } : answer);
    } catch (error) {
      if (error.name === "AbortError") return;
      show(told, found, { told: "The search does not answer just now. Enter tries the results page.", hints: [], kinds: [] });
    }
  };

  on(part(".open"), "click", open);
  on(part(".close"), "click", () => dialog.close());
  on(dialog, "click", (event) => { if (event.target === dialog) dialog.close(); });
  on(input, "input", () => { clearTimeout(waiting); waiting = setTimeout(ask, PAUSE); });
  on(part("form"), "submit", (event) => { if (!input.value.trim()) event.preventDefault(); });
  on(dialog, "keydown", (event) => move(event, input, [...found.querySelectorAll("a")]));
  on(document, "keydown", (event) => {
    const wanted = event.key === "/" ? !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event)
      : event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!wanted) return;
    event.preventDefault();
    open();
  });
  root.dataset.ready = ""; // from here on the keys work
  return () => root.leave.abort();
}

function isTyping(event) {
  const place = event.composedPath()[0];
  return place.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(place.tagName);
}

// Arrows walk from the box through the links and back; any letter goes back to the box.
function move(event, input, links) {
  event.stopPropagation(); // Streamlit has keys of its own (r, c): they are not meant in here
  const place = event.composedPath()[0];
  const at = links.indexOf(place);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (place !== input && at < 0) return;
    event.preventDefault();
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    if (next < 0) input.focus();
    else links[Math.min(next, links.length - 1)]?.focus();
  } else if (at >= 0 && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) {
    input.focus();
  }
}

// Only text is written, never markup: what the data says stays text.
function show(told, found, answer) {
  told.textContent = answer.told;
  found.replaceChildren(...answer.kinds.map(group), ...answer.hints.map((hint) => make("p", "hint", hint)));
  found.scrollTop = 0;
}

function group(kind) {
  const section = make("section", "");
  const heading = make("h2", "", kind.title);
  section.setAttribute("aria-label", kind.title);
  const list = make("ul", "");
  for (const record of kind.records) {
    const link = make("a", "", record.title);
    link.href = record.address;
    if (record.about) link.append(make("span", "about", record.about));
    item(list, link);
  }
  if (kind.more) {
    const link = make("a", "more", `${kind.more.toLocaleString("en")} more`);
    link.href = kind.address;
    link.setAttribute("aria-label", `${kind.more} more: ${kind.title}`);
    item(list, link);
  }
  section.append(heading, list);
  return section;
}

function item(list, link) {
  const item = make("li", "");
  item.append(link);
  list.append(item);
}

function make(name, className, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  made.dir = text ? "auto" : made.dir;
  return made;
}
