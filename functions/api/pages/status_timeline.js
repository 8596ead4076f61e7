// The journal as a timeline for people: a sentence for each entry, by day, the last one first.

const days = new Intl.DateTimeFormat(language, { dateStyle: "full" });
const minutes = new Intl.DateTimeFormat(language, { timeStyle: "short" });

const timeline = (journal) => {
  const { entries, capped } = journal;
  const byDay = new Map();
  for (const one of [...entries].reverse()) {
    const day = days.format(new Date(one.at));
    byDay.set(day, [...(byDay.get(day) ?? []), one]);
  }
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [
    vouched(journal),
    [...byDay].map(([day, found]) => [
      el("h3", {}, day),
      el("ol", { class: "journal", reversed: true }, found.map(entryLine)),
    ]),
    capped && soft(words.journal_capped),
    soft(say("times_in", { zone })),
  ];
};

// Whether the entries are those that were written: told once it is known.
const vouched = (journal) => {
  const mark = el("p", { class: "soft" }, words.verifying);
  const { entries, capped, journal_head: seal } = journal;
  const tell = ({ unsealed, fault }) => {
    mark.className = fault === null && unsealed < entries.length ? "well" : "soft";
    if (fault !== null) {
      mark.className = "alarm";
      mark.setAttribute("role", "alert");
      mark.textContent = say("not_as_written", { number: fault });
      return;
    }
    if (unsealed === entries.length) {
      mark.textContent = words.not_sealed;
      return;
    }
    mark.title = seal;
    mark.textContent = `✓ ${dotted(many("as_written", entries.length - unsealed),
      capped && say("as_written_from", { number: entries[0].number }),
      unsealed > 0 && many("unsealed", unsealed),
      say("seal", { hash: seal.slice(0, 12) })).join("")}`;
  };
  // A browser computes hashes only where nobody can change the page on its way.
  if (crypto.subtle) verified(journal).then(tell);
  else mark.textContent = words.not_verified;
  return mark;
};

const entryLine = (one) => {
  const [about, why] = aboutOf(one);
  const given = { who: el("strong", {}, el("bdi", {}, actor(one.who))), about };
  const byEarshot = one.who === EARSHOT;
  const link = LINKED.includes(one.what) && /^(.*?)(https?:\/\/\S+)$/s.exec(why);
  const reason = link ? link[1].trimEnd().replace(/:$/, "") : why;
  return el("li", { class: byEarshot ? "" : "person" },
    el("p", {}, el("time", { datetime: one.at, title: moments.format(new Date(one.at)) },
      minutes.format(new Date(one.at))), " ", woven(sentence(one, byEarshot), given)),
    // What Earshot gives as its reason is in English.
    reason && el("p", { class: "soft", dir: "auto", lang: byEarshot && "en" }, reason),
    link && el("p", { class: "soft" }, web(link[2], words.open_original)));
};

const sentence = ({ what }, byEarshot) => {
  const text = words.sentences[what];
  if (text === undefined) return `{who}: ${what.replaceAll("_", " ")}`;
  if (typeof text === "string") return text;
  return byEarshot ? text.earshot : text.person;
};

// What an entry is about stands before its reason: the kind of reply, the clock, the level.
const aboutOf = ({ what, why }) => {
  const [, first, rest] = /^(.*?)(?:: (.*))?$/s.exec(why);
  if (REPLIES_TOLD.includes(what)) {
    return [named("reply_kinds", first.split(".")[0]), rest ?? ""];
  }
  if (CLOCKS_TOLD.includes(what)) return [named("clock_names", first.split(":")[0]), rest ?? ""];
  const level = what === "alert" && /^level (\d+)$/.exec(first);
  return level ? [level[1], rest ?? ""] : ["", why];
};
const REPLIES_TOLD = ["write", "told_customer", "reply_delayed", "reply_refused"];
const LINKED = ["reply", "told_customer"];
const CLOCKS_TOLD = ["clock_warned", "clock_missed"];
