// Answering the customer: words to choose from, to change, to have checked, and to send once.

const PRIVATE_SOURCES = ["email"]; // what is answered there only the customer reads
const LONGEST_REPLY = 10000;

// What is being written outlives a refresh, and the draft that it began as. One case at a time.
let writing = { id: null };

const replying = ([about, drafts]) => {
  if (about.state === "dismissed") return soft(words.no_replies);
  const own = { kind: "own", text: "", language: about.language, unsent_because: null };
  const offered = [...drafts, own];
  if (writing.id !== about.id) writing = { id: about.id, kind: offered[0].kind, texts: new Map() };
  adopt(offered);
  const panel = el("div");
  const show = () => panel.replaceChildren(...written(about, offered, show));
  show();
  return [
    el("fieldset", {}, el("legend", {}, words.reply_kind),
      el("div", { class: "picks" }, offered.map(({ kind }) =>
        el("label", { class: "pick" },
          el("input", {
            type: "radio", name: "kind", value: kind, checked: kind === writing.kind,
            "data-key": `kind-${kind}`,
            onchange: () => {
              writing.kind = kind;
              writing.told = "";
              show();
            },
          }), el("span", {}, named("reply_kinds", kind)))))),
    panel,
  ];
};

// A kind that is no longer offered leaves what somebody wrote for it to their own words.
const adopt = (offered) => {
  if (offered.some(({ kind }) => kind === writing.kind)) return;
  const left = writing.texts.get(writing.kind);
  writing.kind = left === undefined ? offered[0].kind : "own";
  if (left !== undefined && !writing.texts.get("own")) writing.texts.set("own", left);
};

const written = (about, offered, show) => {
  const draft = offered.find(({ kind }) => kind === writing.kind);
  const box = el("textarea", {
    id: "reply-text", class: "tall", dir: "auto", maxlength: LONGEST_REPLY,
    lang: LANGUAGES.includes(draft.language) && draft.language,
    "data-key": "reply-text", "aria-describedby": "reply-why",
    oninput: () => {
      writing.texts.set(draft.kind, box.value);
      writing.told = "";
      verdict.replaceChildren();
    },
  });
  box.value = writing.texts.get(draft.kind) ?? draft.text;
  const verdict = el("div", { role: "status" }, writing.told && soft(writing.told));
  const alarm = el("p", { class: "alarm", role: "alert" });
  const why = draft.unsent_because
    ? [words.not_from_here, " ", draft.unsent_because]
    : say("reply_why", { language: tongue(draft.language) });
  // What the deed answers, once the buttons are free again; whoever uses a keyboard is still there.
  const doing = async (name, act) => {
    verdict.replaceChildren();
    alarm.textContent = box.value.trim() ? "" : words.reply_needed;
    if (alarm.textContent) return box.focus();
    buttons.forEach((button) => { button.disabled = true; });
    let answer;
    try {
      answer = await act();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      alarm.textContent = say("failed", { detail: error.message });
    }
    buttons.forEach((button) => { button.disabled = false; });
    const pressed = document.querySelector(`[data-key="reply-${name}"]`);
    if (document.activeElement === document.body) (pressed ?? document.querySelector("h1")).focus();
    return answer;
  };
  const check = async () => {
    const text = box.value;
    const told = await checked(about, text);
    verdict.replaceChildren(...judged(told, text, box));
    return told.allowed;
  };
  const send = async () => {
    await sent(about.id, draft.kind, box.value);
    writing.texts.delete(draft.kind);
    writing.told = words.reply_taken;
    announce(writing.told);
    show();
    await refresh();
  };
  const sendIfFine = async () => {
    if (await doing("send", check)) confirming(sending(about), () => doing("send", send));
  };
  const copy = async () => {
    writing.told = await copied(box);
    verdict.replaceChildren(soft(writing.told));
  };
  const button = (name, onclick, first) => el("button", {
    class: first ? "first" : "", "data-key": `reply-${name}`, onclick,
  }, words[name]);
  const sends = !draft.unsent_because;
  const buttons = [
    button("check", () => doing("check", check), false),
    sends && button("send", sendIfFine, true),
    button("copy", () => doing("copy", copy), !sends),
  ].filter(Boolean);
  return [
    el("label", { for: "reply-text" }, words.reply_text), box,
    el("p", { class: "soft", id: "reply-why" }, why),
    alarm, verdict, el("div", { class: "doing" }, buttons),
  ];
};

const json = { "Content-Type": "application/json" };

const checked = (about, text) => ask("/replies/check", {
  method: "POST",
  headers: json,
  body: JSON.stringify({
    reply: text,
    complaint: about.excerpt || null,
    public: !PRIVATE_SOURCES.includes(about.source),
    language: about.language,
    source: about.source,
    customer_name: about.name || null,
    brand: about.brand,
  }),
});

// A press that may or may not have arrived is repeated under its own key, and counts once.
const sent = async (id, kind, text) => {
  const body = JSON.stringify({ action: "reply", kind, text });
  try {
    const headers = { ...json, "Idempotency-Key": keyFor(id + body) };
    await ask(`/cases/${id}/actions`, { method: "POST", headers, body });
    keys.delete(id + body);
  } catch (error) {
    if (error.status && error.status < 500) keys.delete(id + body);
    throw error;
  }
};

const copied = async (box) => {
  try {
    await navigator.clipboard.writeText(box.value);
    return say("copied", { action: words.actions.reply });
  } catch {
    // Not every browser lets a page do that.
    box.select();
    return words.copy_yourself;
  }
};

const sending = ({ source }) => ({
  title: words.send_title,
  why: say("send_why", { source: named("source_names", source) }),
  does: words.send_do,
});

// The guard counts characters as people do, the browser in halves of some: an emoji is two.
const judged = ({ allowed, reasons, suggestions }, text, box) => {
  if (allowed) return [el("p", { class: "well" }, "✓ ", words.check_allowed)];
  const letters = [...text];
  const until = (place) => letters.slice(0, place).join("").length;
  const select = ({ start, end }) => {
    box.focus();
    box.setSelectionRange(until(start), until(end));
  };
  return [
    el("p", { class: "bad" }, words.check_refused),
    el("ul", { class: "faults" }, reasons.map((one) => el("li", {},
      el("strong", {}, named("rules", one.rule)), " ",
      one.end > one.start && el("button", {
        class: "quoted", title: words.show_words, onclick: () => select(one),
      }, el("q", { dir: "auto" }, letters.slice(one.start, one.end).join(""))),
      el("p", { class: "soft", dir: "auto" }, one.explanation)))),
    suggestions.length && [
      el("p", {}, el("strong", {}, words.instead)),
      el("ul", { class: "faults" }, suggestions.map((one) => el("li", { dir: "auto" }, one)))],
  ].flat().filter(Boolean);
};
