// By when a case has to be taken on, answered and settled, and how many of these were kept.

const percents = new Intl.NumberFormat(language, { style: "percent" });

const deadlines = ({ targets, targets_followed: followed }) => {
  if (!followed) return soft(words.clocks_untold);
  if (!targets.length) return soft(words.no_clocks);
  const rank = { running: 0, missed: 1, paused: 2, met: 3, ended: 3 };
  const ranked = (one) => (one.state === "missed" && one.met_at ? 3 : rank[one.state]);
  const first = (one) => Date.parse(one.state === "running" ? one.due_at : one.started_at);
  // What waits comes first, the most pressing ahead; of the rest the latest.
  const ordered = [...targets].sort((one, other) => ranked(one) - ranked(other)
    || (first(one) - first(other)) * (ranked(one) ? -1 : 1));
  return el("ul", { class: "rows" }, ordered.map((one) =>
    el("li", {}, el("strong", {}, words.clock_names[one.clock]), " ",
      el("span", { class: deadlineLook(one), title: one.reason }, deadline(one)))));
};

const deadlineLook = ({ state, warn_at: warn }) => {
  if (state === "missed") return "bad";
  const near = state === "running" && warn && Date.parse(warn) <= Date.now() + skew_ms;
  return near ? "near" : "soft";
};

const deadline = (one) => {
  const told = words.clock_states[one.state];
  if (one.state === "met") return [told, " ", time(one.met_at)];
  if (one.state === "running" && one.due_at) return [told, " ", time(one.due_at)];
  if (one.state !== "missed") return told;
  return dotted([told, " ", time(one.due_at)], one.met_at && [words.clock_late, " ", time(one.met_at)]);
};

const targetsKept = ({ clocks, capped }) => {
  const decided = clocks.filter((one) => one.met_ratio !== null);
  if (!decided.length) return words.nothing;
  return dotted(...decided.map((one) =>
    `${words.clock_names[one.clock]} ${capped ? "≈ " : ""}${percents.format(one.met_ratio)}`));
};
