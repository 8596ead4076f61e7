// Who is on call: in each rotation now and next, and whom an alert of each brand would reach.

const people = (contacts) => (contacts.length
  ? el("strong", {}, contacts.join(", "))
  : el("strong", { class: "bad" }, words.on_call_nobody));

// By the reader's own clock, and as a date: "in 3 days" is no time to hand over at.
const clockOf = (at) => moments.format(new Date(at));

const rotationRow = ({ rotation, now, next }) => [
  rotation,
  dotted(people(now.contacts), now.until && say("on_call_until", { when: clockOf(now.until) })),
  next ? dotted(people(next.contacts), next.until
    && say("on_call_until", { when: clockOf(next.until) })) : words.on_call_unchanged,
  named("on_call_kinds", now.kind),
];

// Whom a level names is only worth saying where a rotation stands for somebody.
const levelRow = (brand, level) => [
  brand.display_name,
  say("level_of", { level: level.level, levels: brand.levels.length }),
  dotted(people(level.contacts),
    level.names.some((name) => !level.contacts.includes(name))
      && el("span", { class: "soft" }, level.names.join(", "))),
  level.channels.length ? level.channels.join(", ") : words.as_each_prefers,
];

const onCall = ({ rotations, brands }) => [
  rotations.length
    ? grid(["rotation", "on_call_now", "on_call_next", "trouble"], rotations.map(rotationRow))
    : null,
  el("h3", {}, words.reached_now),
  grid(["brand", "level", "alerted_now", "channels"], brands.flatMap((brand) =>
    brand.levels.map((level) => levelRow(brand, level)))),
];
