// The status page: how everything stands, the cases, and staying fresh.

const REFRESH_MS = 15000;
const WHOLE_EVERY_ROUNDS = 4; // the sources' table changes by the minute at most
const PAGE = 25;
const BAD = { failing: "bad", late: "bad", silent: "bad", unread: "soft" }; // how a source's health looks

const filters = { state: "", brand: "", language: "" };
let pages = 1;
let latest = 0; // only what was asked for last is shown
let owing = false; // the whole was asked for and not shown yet

const number = ({ count, capped }) => `${numbers.format(count)}${capped ? "+" : ""}`;

// ---------------------------------------------------------------------- the overview

const overview = () => {
  main.replaceChildren(
    el("h1", { tabindex: -1 }, words.overview),
    el("div", { id: "channels" }),
    el("section", { "aria-label": words.overview, id: "status" }, words.loading),
    el("section", { "aria-labelledby": "cases-title" },
      el("h2", { id: "cases-title" }, words.cases),
      el("div", { class: "filters", id: "filters" }),
      el("div", { id: "cases" }, words.loading)),
    part("oncall", words.on_call),
    part("silences", words.silences),
    part("sources", words.listening),
  );
  let waited = null;
  return async (whole) => {
    const rarely = ["/sources", "/silences", "/oncall"].map((path) => (whole ? ask(path) : null));
    const asked = [ask("/status"), cases(), ...rarely];
    const [status, found, listening, muted, duty] = await Promise.all(asked);
    const waiting = UNACKNOWLEDGED.reduce((sum, state) => sum + status.states[state].count, 0);
    return () => {
      document.title = `${waiting ? `(${waiting}) ` : ""}Earshot`;
      const news = waiting ? many("waiting", waiting) : words.nobody_waits;
      if (waited !== null && waiting !== waited) announce(news);
      waited = waiting;
      const { states, urgencies, oldest_unacknowledged: oldest, next_due, last_poll_at } = status;
      const due = [oldest && { ...oldest, waiting_seconds: 0 }, next_due, status.next_breach];
      const { counts } = status.sources;
      const asked_of = [status.targets, status.budget, filters.state];
      const told = [states, urgencies, due, counts, last_poll_at, asked_of];
      fill("channels", status.channels, warnings);
      fill("status", told, () => standing(status, news));
      fill("cases", found, list);
      if (!listening) return;
      const brands = [...new Set(listening.sources.map((one) => one.brand))];
      fill("filters", [brands, filters], () => choices(brands));
      fill("sources", listening.sources, table);
      fill("oncall", [duty.rotations, duty.brands], () => onCall(duty));
      fill("silences", [muted.silences.filter((one) => one.state !== "expired"), unended], silenced);
    };
  };
};

const cases = async () => {
  const found = { cases: [], cursor: null };
  for (let page = 0; page < pages; page += 1) {
    const query = new URLSearchParams({ limit: PAGE });
    for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value);
    if (found.cursor) query.set("cursor", found.cursor);
    const answer = await ask(`/cases?${query}`);
    found.cases.push(...answer.cases);
    found.cursor = answer.cursor;
    if (!found.cursor) break;
  }
  return found;
};

const standing = (status, news) => {
  const { states, urgencies, oldest_unacknowledged: oldest, next_due: next, sources } = status;
  const { next_breach: breach, targets } = status;
  const tiles = [...LIVE, ...CLOSED].map((state) => el("button", {
    class: LIVE.includes(state) && states[state].count ? "tile live" : "tile",
    "aria-pressed": String(filters.state === state),
    "data-key": `tile-${state}`,
    onclick: () => choose("state", filters.state === state ? "" : state),
  }, el("b", {}, number(states[state])), el("span", {}, words.states[state])));
  const notable = Object.keys(BAD).filter((how) => sources.counts[how]);
  const health = notable.length
    ? dotted(...notable.map((how) =>
        el("span", { class: BAD[how] }, `${sources.counts[how]} ${words.healths[how]}`)))
    : words.all_well;
  return [
    el("p", { class: "news" }, news),
    el("div", { class: "tiles" }, tiles),
    el("dl", {},
      fact(words.oldest, oldest
        ? dotted(caseLink(oldest.case_id, words.urgencies[oldest.urgency]), time(oldest.opened_at))
        : words.nothing),
      fact(words.next_due, next
        ? dotted(caseLink(next.case_id, words.next_kinds[next.kind]), time(next.at))
        : words.nothing),
      fact(words.next_breach, breach
        ? dotted(caseLink(breach.case_id, words.clock_names[breach.clock]), time(breach.due_at))
        : words.nothing),
      fact(words.targets, targetsKept(targets)),
      fact(words.live_by_urgency, Object.entries(urgencies)
        .map(([urgency, count]) => `${words.urgencies[urgency]} ${number(count)}`).join(" · ")),
      fact(words.listening, health, " · ", words.last_poll, " ", time(status.last_poll_at)),
      fact(words.budget, budgetUsed(status.budget))),
  ];
};

const choose = (name, value) => {
  filters[name] = value;
  pages = 1;
  refresh(true);
};

const choices = (brands) => {
  const known = {
    state: [...LIVE, ...CLOSED].map((state) => [state, words.states[state]]),
    brand: brands.map((brand) => [brand, brand]),
    language: [...LANGUAGES, "other"].map((code) => [code, tongue(code)]),
  };
  return Object.entries(known).map(([name, values]) => el("label", {}, words[name], el("select", {
    "data-key": `filter-${name}`,
    onchange: (event) => choose(name, event.target.value),
  }, [["", words.all], ...values].map(([value, label]) =>
    el("option", { value, selected: filters[name] === value }, label)))));
};

const list = ({ cases: found, cursor }) => [
  el("ul", { class: "cases" }, found.map((one) => el("li", {},
    el("a", { class: "line", href: `#case/${one.id}`, "data-key": one.id },
      score(one),
      el("span", {},
        el("span", { class: "excerpt", dir: "auto" }, one.excerpt || words.mention_gone),
        el("span", { class: "soft" }, dotted(
          words.urgencies[one.urgency], one.brand, author(one),
          named("source_names", one.source), tongue(one.language), time(one.opened_at),
          one.mention_count > 1 && many("mentions_count", one.mention_count)))),
      chip(one.state))))),
  found.length ? null : soft(words.no_cases),
  cursor && el("button", { class: "more", "data-key": "more", onclick: more }, words.more),
];

const more = () => {
  pages += 1;
  refresh();
};

const table = (sources) => {
  if (!sources.length) return soft(words.no_sources);
  const columns = ["watch", "source", "health", "last_read", "newest", "trouble"];
  const cellsOf = (one) => {
    const age_ms = 1000 * one.cursor_age_seconds;
    const newest = one.cursor_age_seconds != null && new Date(Date.now() + skew_ms - age_ms);
    return [
      `${one.brand} / ${one.watch}`,
      named("source_names", one.source),
      el("span", { class: BAD[one.health] }, words.healths[one.health]),
      time(one.last_success_at),
      time(newest && newest.toISOString()),
      [one.reason, one.detail && ` (${one.detail})`],
    ];
  };
  return grid(columns, sources.map(cellsOf));
};

// ---------------------------------------------------------------------- staying fresh

const refresh = async (whole = false) => {
  const loaded = view;
  if (!loaded) return;
  latest += 1;
  owing ||= whole;
  const mine = latest;
  try {
    const show = await loaded.load(owing);
    if (loaded !== view || mine !== latest) return;
    show();
    owing = false;
    fresh.className = "";
    fresh.textContent = say("updated", { when: clock.format(new Date()) });
  } catch (error) {
    if (loaded !== view) return;
    if (!(error instanceof Refused)) throw error;
    fresh.className = "late";
    fresh.textContent = error.status === 404 ? words.not_found : error.message;
  }
  for (const shownAt of document.querySelectorAll("time.ago")) {
    shownAt.textContent = distance(shownAt.dateTime);
  }
};

const go = async () => {
  if (!token) return signIn();
  leave.hidden = false;
  const from = view?.id;
  const id = /^#case\/([0-9a-f]{26})$/.exec(location.hash)?.[1];
  view = { id, load: id ? oneCase(id) : overview() };
  scrollTo(0, 0);
  document.querySelector("h1").focus({ preventScroll: true });
  await refresh(true);
  // Back in the list, one goes on from the case that one came from.
  if (!id && from) document.querySelector(`[data-key="${from}"]`)?.focus();
};

let rounds = 0;
setInterval(() => {
  rounds += 1;
  if (!document.hidden) refresh(rounds % WHOLE_EVERY_ROUNDS === 0);
}, REFRESH_MS);
addEventListener("visibilitychange", () => { if (!document.hidden) refresh(true); });
addEventListener("hashchange", go);

const skip = document.getElementById("skip");
skip.textContent = words.skip;
skip.addEventListener("click", () => main.focus());
leave.textContent = words.sign_out;
leave.addEventListener("click", () => signOut());
go();
