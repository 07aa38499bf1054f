// The search box. It asks /search.json of the same server while people type, and lists links: they
// open with Enter, in a new tab, or from a screen reader, as any link does. Enter in the box leads to
// the results page, or straight to the record if only one was found.
const PAUSE = 130; // milliseconds without a key before the server is asked
const PATIENCE = 1500; // milliseconds that Enter waits for an answer before it takes the results page
const NOTHING = { told: "", hints: [], kinds: [], near: [], count: 0 };
const ENTER = ["all results on a page you can share", "open this record"];

export default function ({ parentElement }) {
  const root = parentElement.querySelector(".search");
  const part = (name) => root.querySelector(name);
  const [dialog, input, found] = ["dialog", "input", ".found"].map(part);
  root.leave?.abort(); // Streamlit may call this again on the same element: listen only once
  root.leave = new AbortController();
  const on = (target, event, act) => target.addEventListener(event, act, { signal: root.leave.signal });

  const open = () => {
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
  };
  let waiting, asking, asked, answered; // `answered` brings the answer to `asked`
  const ask = async () => {
    clearTimeout(waiting);
    asking?.abort();
    asking = new AbortController();
    asked = input.value.trim();
    answered = reply(asked, asking.signal);
    const answer = await answered;
    if (answer) show(root, answer);
  };
  const enter = async (event) => {
    event.preventDefault();
    const question = input.value.trim();
    if (!question) return;
    if (question !== asked) ask(); // the last key was just pressed
    const answer = await Promise.race([answered, new Promise((late) => setTimeout(late, PATIENCE))]);
    if (!dialog.open || question !== input.value.trim()) return; // typed on, or closed, meanwhile
    const only = onlyRecord(answer);
    if (only) location.assign(only.address);
    else part("form").submit();
  };

  on(part(".open"), "click", open);
  on(part(".close"), "click", () => dialog.close());
  on(dialog, "click", (event) => { if (event.target === dialog) dialog.close(); });
  on(input, "input", () => { clearTimeout(waiting); waiting = setTimeout(ask, PAUSE); });
  on(part("form"), "submit", enter);
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

// What the server answers, a sentence if it cannot, nothing if the question was dropped meanwhile.
async function reply(question, signal) {
  if (!question) return NOTHING;
  try {
    const got = await fetch(`search.json?q=${encodeURIComponent(question)}`, { signal });
    const answer = await got.json();
    return answer.error ? { ...NOTHING, told: answer.error } : answer;
  } catch (error) {
    if (error.name === "AbortError") return null;
    return { ...NOTHING, told: "The search does not answer just now. Enter tries the results page." };
  }
}

function onlyRecord(answer) {
  return answer?.count === 1 ? answer.kinds[0].records[0] : null;
}

// Only text is written, never markup: what the data says stays text.
function show(root, answer) {
  const [told, found, enter] = [".told", ".found", ".enter"].map((name) => root.querySelector(name));
  told.textContent = answer.told;
  enter.textContent = ENTER[onlyRecord(answer) ? 1 : 0];
  const hints = answer.hints.map((hint) => make("p", "hint", hint));
  const near = answer.near.length ? [listed(answer.near)] : [];
  found.replaceChildren(...answer.kinds.map(group), ...near, ...hints);
  found.scrollTop = 0;
}

function group(kind) {
  const section = make("section", "");
  const heading = make("h2", "", kind.title);
  section.setAttribute("aria-label", kind.title);
  const list = listed(kind.records);
  if (kind.more) {
    const link = make("a", "more", `${kind.more.toLocaleString("en")} more`);
    link.href = kind.address;
    link.setAttribute("aria-label", `${kind.more} more: ${kind.title}`);
    item(list, link);
  }
  section.append(heading, list);
  return section;
}

function listed(records) {
  const list = make("ul", "");
  for (const record of records) {
    const link = make("a", "", record.title);
    link.href = record.address;
    if (record.about) link.append(make("span", "about", record.about));
    item(list, link);
  }
  return list;
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
