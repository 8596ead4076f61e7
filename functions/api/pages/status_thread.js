// The conversation with the customer as it went: what they said, what was said to them from here,
// and where the brand answered by itself.

const conversation = ([mentions, capped, replies, answers]) => {
  const said = [
    ...mentions.map((one) => [one.created_at, theirs(one)]),
    ...replies.map((one) => [one.sent_at ?? one.planned_at, ours(one)]),
    ...answers.filter((one) => !replies.some((reply) => isThat(one, reply)))
      .map((one) => [one.at, elsewhere(one)]),
  ];
  said.sort(([one], [other]) => Date.parse(one) - Date.parse(other));
  return [
    el("ol", { class: "thread" }, said.map(([, shownAs]) => shownAs)),
    capped && soft(say("mentions_capped", { count: mentions.length })),
  ];
};

// What a person sent from here counts as the brand's answer too, and is told once.
const isThat = (answer, reply) => reply.state === "sent"
  && (answer.url ? answer.url === reply.url : answer.at === reply.sent_at);

const theirs = (one) => el("li", {},
  spoken(author(one), one.created_at, one.edited_at && words.edited),
  one.gone_at ? soft(words.mention_gone) : el("blockquote", { dir: "auto" }, one.text),
  soft(dotted(`${one.impact_score}/100`, web(one.url, words.open_original))));

const ours = (one) => el("li", { class: "ours" },
  spoken(el("bdi", {}, actor(one.who)), one.sent_at ?? one.planned_at,
    named("reply_kinds", one.kind)),
  one.text
    ? el("blockquote", { dir: "auto", lang: one.language }, one.text) : soft(words.not_worded),
  one.reason && one.state === "refused" && el("p", { class: "soft", dir: "auto" }, one.reason),
  el("p", { class: "soft" }, dotted(
    el("span", { class: one.state === "refused" ? "chip todo" : "chip" },
      words.reply_states[one.state]),
    web(one.url, words.open_original))));

const elsewhere = (one) => el("li", { class: "ours" },
  spoken(el("bdi", {}, one.account || words.the_brand), one.at),
  soft(words.answered_there),
  el("p", { class: "soft" }, web(one.url, words.open_original)));

const spoken = (who, at, ...what) =>
  el("p", {}, dotted(el("strong", {}, who), ...what, time(at)));

const actor = (who) => (who === EARSHOT ? "Earshot" : who || words.somebody);
