"use strict";
// Words and elements. Whatever the API answers may be a stranger's text: it becomes text nodes and
// attributes that cannot act, never markup.

const LANGUAGES = ["en", "pt", "es", "nl", "de", "fr", "it"];
const LIVE = ["open", "reopened", "acknowledged", "in_progress", "awaiting_customer"];
const CLOSED = ["satisfied", "closed_unanswered", "dismissed"];
const UNACKNOWLEDGED = ["open", "reopened"];

const words = JSON.parse(document.getElementById("words").textContent);
const language = document.documentElement.lang;
const plurals = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);
const ago = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "short" });
const moments = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
const clock = new Intl.DateTimeFormat(language, { timeStyle: "medium" });
const tongues = new Intl.DisplayNames([language], { type: "language" });

let skew_ms = 0; // the server's clock less ours

const filled = (text, given) => text.replace(/\{(\w+)\}/g, (_, name) => given[name] ?? "");
// As above, with elements in the blanks: what stands there keeps its own direction and weight.
const woven = (text, given) =>
  text.split(/(\{\w+\})/).map((piece) => given[piece.slice(1, -1)] ?? piece);
const say = (key, given = {}) => filled(words[key], given);
const many = (key, number) => {
  const text = words[key][plurals.select(number)] ?? words[key].other;
  return filled(text, { count: numbers.format(number) });
};
const named = (key, name) => words[key][name] ?? name.replaceAll("_", " ");
const tongue = (code) => (LANGUAGES.includes(code) ? tongues.of(code) : words.other_language);
const announce = (text) => { document.getElementById("said").textContent = text; };

// Characters that turn the direction of what follows only serve to show another text than there is.
const upright = (child) =>
  typeof child === "string" ? child.replace(/[\u202a-\u202e\u2066-\u2069]/g, "") : child;

const el = (tag, given = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child || child === 0).map(upright));
  return made;
};

const soft = (...children) => el("p", { class: "soft" }, ...children);
const dotted = (...parts) =>
  parts.filter(Boolean).flatMap((part, at) => (at ? [" · ", part] : [part]));

// Only what leads to the web: an address with a scheme of its own could act as ours.
const web = (address, label) =>
  /^https?:\/\//i.test(address) &&
  el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, label);

const caseLink = (id, ...children) =>
  el("a", { href: `#case/${id}`, "data-key": `link-${id}` }, ...children);

// What of a case is shown in more than one place.
const fact = (label, ...children) => [el("dt", {}, label), el("dd", {}, ...children)];
const score = ({ state, urgency, impact }) => {
  const look = CLOSED.includes(state) ? "closed" : urgency;
  return el("span", { class: `score ${look}` }, String(impact.score));
};
const chip = (state) => {
  const look = UNACKNOWLEDGED.includes(state) ? "chip todo" : "chip";
  return el("span", { class: look }, words.states[state]);
};
const author = (one) => el("bdi", {}, one.author.name || words.somebody);
const part = (id, title) => el("section", { "aria-labelledby": `${id}-title` },
  el("h2", { id: `${id}-title` }, title), el("div", { id }, words.loading));

const distance = (at) => {
  const seconds = (Date.parse(at) - Date.now() - skew_ms) / 1000;
  const units = [[86400, "day"], [3600, "hour"], [60, "minute"]];
  const [size, unit] = units.find(([length]) => Math.abs(seconds) >= length) ?? [1, "second"];
  return ago.format(Math.trunc(seconds / size), unit);
};
const time = (at) => {
  if (!at) return words.never;
  const title = moments.format(new Date(at));
  return el("time", { class: "ago", datetime: at, title }, distance(at));
};

// Roles are said, since a phone shows rows as blocks and browsers then forget that it is a table.
const grid = (columns, rows) => {
  const head = { role: "columnheader", scope: "col" };
  return el("table", { role: "table" },
    el("thead", { role: "rowgroup" },
      el("tr", { role: "row" }, columns.map((name) => el("th", head, words[name])))),
    el("tbody", { role: "rowgroup" }, rows.map((cells) =>
      el("tr", { role: "row" }, cells.map((cell, at) =>
        el("td", { role: "cell", "data-label": words[columns[at]] }, cell))))));
};

// A part of the page is built anew only when its data changed, so that a refresh takes nothing out
// of anybody's hands; the focus goes to what stands in the place of what had it.
const shown = new WeakMap();
const fill = (id, data, build) => {
  const place = document.getElementById(id);
  const written = JSON.stringify(data);
  if (!place || shown.get(place) === written) return;
  shown.set(place, written);
  const held = place.contains(document.activeElement) ? document.activeElement : null;
  const key = held?.dataset.key;
  place.replaceChildren(...[build(data)].flat(Infinity).filter(Boolean));
  const next = key && place.querySelector(`[data-key="${CSS.escape(key)}"]`);
  next?.focus({ preventScroll: true });
  // Whoever was writing goes on where they were.
  if (next?.tagName === "TEXTAREA") next.setSelectionRange(held.selectionStart, held.selectionEnd);
};
