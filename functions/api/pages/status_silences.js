// Silences: of what nobody is alerted for now, until when, by whom and why; and ending one early.

let unended = ""; // why ending the last one did not work

const silenced = ([silences, refused]) => [
  el("p", { class: "alarm", role: "alert" }, refused),
  silences.length ? el("ul", { class: "rows" }, silences.map(oneSilence)) : soft(words.no_silences),
];

const oneSilence = (one) => {
  const [from, until] = [one.starts_at, one.ends_at].map((at) => moments.format(new Date(at)));
  const isPending = one.state === "pending";
  return el("li", {},
    el("p", {}, dotted(...one.matchers.map((matcher) => el("code", {}, matcher)))),
    el("p", { dir: "auto", id: `why-${one.id}` }, one.reason),
    soft(dotted(
      isPending && [say("silence_from", { when: from }), " (", time(one.starts_at), ")"],
      [say("silence_until", { when: until }), " (", time(one.ends_at), ")"],
      say("silence_by", { who: one.author }))),
    el("button", {
      "data-key": `silence-${one.id}`,
      "aria-describedby": `why-${one.id}`,
      onclick: () => confirming(endingWords(), () => endSilence(one.id)),
    }, words.end_silence));
};

const endingWords = () =>
  ({ title: words.end_silence_title, why: words.end_silence_why, does: words.end_silence_do });

const endSilence = async (id) => {
  unended = "";
  try {
    await ask(`/silences/${id}`, { method: "DELETE" });
    announce(words.silence_ended);
  } catch (error) {
    unended = say("failed", { detail: error.message });
  }
  await refresh(true);
  // The button is gone with its silence: whoever uses a keyboard goes on from the title.
  if (document.activeElement === document.body) document.querySelector("h1").focus();
};
