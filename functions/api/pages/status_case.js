// One case: who has it, by when what is due, what was said and done, and why it weighs so much.

const MOST_POINTS = 50; // of the heaviest contribution: the length of a full bar
const EARSHOT = "earshot"; // who did it, where no person did

const oneCase = (id) => {
  main.replaceChildren(
    el("p", {}, el("a", { href: "#" }, `‹ ${words.back}`)),
    el("div", { id: "head" }, el("h1", { tabindex: -1, "data-key": "title" }, words.case)),
    el("div", { class: "columns even" },
      part("holder", words.holder), part("clocks", words.clocks)),
    el("div", { class: "columns" },
      el("div", {},
        part("thread", words.thread), part("reply", words.reply), part("act", words.act),
        part("journal", words.journal)),
      el("div", {},
        part("why", words.contributions.severity), part("alerts", words.alerts),
        part("due", words.follow_ups), part("earlier", words.history))),
  );
  const path = `/cases/${id}`;
  return async () => {
    const [found, journal] = await Promise.all([ask(path), ask(`${path}/journal`)]);
    return () => {
      document.title = `${found.impact.score} · ${found.brand} · Earshot`;
      document.getElementById("why-title").textContent =
        say("why_score", { score: found.impact.score });
      const { state, impact, author: by, drafts } = found;
      const { language: tongue_code, source, brand, excerpt } = found;
      const { assignee, handler, team, wrong_desk, acknowledged_by, acknowledged_at } = found;
      const { contacts } = found;
      const given = { assignee, handler, team, wrong_desk, acknowledged_by, acknowledged_at };
      const said = [found.mentions, found.mentions_capped, found.replies, found.answers];
      const about = { id, state, source, brand, excerpt, language: tongue_code, name: by.name };
      fill("head", [state, impact.score, by.followers], () => head(found));
      fill("holder", { ...given, asked_at: found.asked_at }, holder);
      fill("clocks", found.clocks, deadlines);
      fill("thread", said, conversation);
      fill("reply", [about, drafts], replying);
      const by_now = assignee ?? handler;
      fill("act", [state, by_now, contacts], () => acting(id, state, contacts, by_now));
      fill("journal", journal, timeline);
      fill("why", impact, bars);
      fill("alerts", found.clocks.escalation, alerts);
      fill("due", found.follow_ups, followUps);
      fill("earlier", found.history.cases, earlier);
    };
  };
};

const head = (found) => {
  const { state, urgency, brand, author: { followers } } = found;
  const title = say("case_of", { urgency: words.urgencies[urgency], brand });
  const known = dotted(
    el("strong", {}, author(found)), followers != null && many("followers", followers),
    named("source_names", found.source), tongue(found.language), time(found.opened_at),
    found.topics.map((topic) => named("topics", topic)).join(", "));
  return [
    el("h1", { tabindex: -1, "data-key": "title" }, title),
    el("div", { class: "facts" }, score(found), chip(state), el("span", {}, known)),
  ];
};

const holder = (given) => {
  const { assignee, handler, team, wrong_desk: desk, acknowledged_by: taker } = given;
  const name = assignee ?? handler;
  const how = assignee ? words.given_by_hand : words.given_by_rule;
  return el("dl", {},
    fact(words.handler, name
      ? dotted(el("strong", {}, el("bdi", {}, name)), el("span", { class: "soft" }, how))
      : words.nobody_yet),
    team && fact(words.team, el("bdi", {}, team)),
    taker && fact(words.taken_on, dotted(el("bdi", {}, taker), time(given.acknowledged_at))),
    desk && fact(words.right_desk,
      dotted(el("bdi", {}, desk.name), web(desk.link, words.open_page) || desk.link)),
    given.asked_at && fact(words.customer_asked, time(given.asked_at)));
};

const bars = (impact) => el("ul", { class: "bars" }, impact.contributions.map((one) => {
  const bar = el("i");
  bar.style.width = `${Math.min(100, (100 * Math.abs(one.points)) / MOST_POINTS)}%`;
  return el("li", {},
    el("strong", {}, named("contributions", one.name)),
    el("div", { class: "track", "aria-hidden": "true" }, bar),
    el("b", {}, `${one.points < 0 ? "" : "+"}${one.points}`),
    el("span", { class: "soft" }, one.sentence));
}));

const alerts = (chain) => {
  if (!chain) return soft(words.no_alerts);
  const { next, level, levels, alerted_at } = chain;
  const coming = next?.action === "alert"
    ? say("alert_next", { level: next.level }) : words.alert_stop;
  return [
    el("p", {}, dotted(say("alert_level", { level, levels }), alerted_at && time(alerted_at))),
    el("p", {}, next ? [coming, " ", time(next.at)] : words.alert_done),
    soft(next?.reason ?? chain.reason),
  ];
};

const followUps = (due) => (due.length
  ? el("ul", { class: "rows" }, due.map((one) =>
      el("li", {}, named("follow_up_kinds", one.kind), " · ", time(one.due_at))))
  : soft(words.no_follow_ups));

const earlier = (found) => (found.length
  ? el("ul", { class: "rows" }, found.map((one) =>
      el("li", {}, caseLink(one.case_id, words.states[one.state]), " · ", time(one.opened_at))))
  : soft(words.no_history));
