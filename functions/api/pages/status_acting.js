// Acting: what can be done with a case in its state, and doing it once.

const ACTIONS = {
  acknowledge: UNACKNOWLEDGED,
  reply: LIVE,
  await_customer: ["acknowledged", "in_progress"],
  yes: [...LIVE, "closed_unanswered"],
  no: ["awaiting_customer", "satisfied", "closed_unanswered"],
  reopen: CLOSED,
  note: [...LIVE, ...CLOSED],
  assign: LIVE,
  dismiss: LIVE,
};

// A press that may or may not have arrived is repeated under its own key, and counts once.
const keys = new Map();
const keyFor = (press) => {
  const random = crypto.getRandomValues(new Uint8Array(16));
  if (!keys.has(press)) keys.set(press, [...random].map((byte) => byte.toString(16)).join("-"));
  return keys.get(press);
};

const acting = (id, state, contacts, holder) => {
  // What somebody was writing, and why they were refused, outlives the buttons of the old state.
  const before = document.getElementById("act");
  const refused = before.querySelector(".alarm")?.textContent;
  const alarm = el("p", { class: "alarm", role: "alert" }, refused);
  const note = el("textarea", {
    id: "note", maxlength: 4000, "data-key": "note", "aria-describedby": "note-why",
  });
  note.value = before.querySelector("textarea")?.value ?? "";
  const others = contacts.filter((name) => name !== holder);
  const chosen = before.querySelector("select")?.value;
  // Nobody is chosen by itself: a second press must not give the case to whoever is first.
  const taker = el("select", { id: "taker", "data-key": "taker" },
    el("option", { value: "" }, "—"),
    others.map((name) => el("option", { selected: name === chosen }, name)));
  const send = async (name) => {
    alarm.textContent = name === "note" && !note.value.trim() ? words.note_needed : "";
    if (alarm.textContent) return note.focus();
    alarm.textContent = name === "assign" && !taker.value ? words.taker_needed : "";
    if (alarm.textContent) return taker.focus();
    const body = JSON.stringify({ ...wantedBy(name, taker.value), note: note.value });
    const headers = { "Content-Type": "application/json", "Idempotency-Key": keyFor(id + body) };
    buttons.forEach((button) => { button.disabled = true; });
    try {
      await ask(`/cases/${id}/actions`, { method: "POST", headers, body });
      keys.delete(id + body);
      note.value = "";
      taker.value = "";
      announce(say("done", { action: words.actions[name] }));
    } catch (error) {
      if (error.status && error.status < 500) keys.delete(id + body);
      alarm.textContent = say("failed", { detail: error.message });
    }
    buttons.forEach((button) => { button.disabled = false; });
    await refresh();
    // The button that was pressed may be gone: whoever uses a keyboard goes on from the title.
    const pressed = document.querySelector(`[data-key="do-${name}"]`);
    if (document.activeElement === document.body) (pressed ?? document.querySelector("h1")).focus();
  };
  const possible = Object.keys(ACTIONS).filter((name) => ACTIONS[name].includes(state)
    && (name !== "assign" || others.length));
  const buttons = possible.map((name, at) => el("button", {
    class: at ? "" : "first",
    "data-key": `do-${name}`,
    onclick: () => (name === "dismiss" ? confirming(dismissing(), () => send(name)) : send(name)),
  }, words.actions[name]));
  const giving = buttons.find((button) => button.dataset.key === "do-assign");
  return [
    alarm, el("label", { for: "note" }, words.note), note,
    el("p", { class: "soft", id: "note-why" }, words.note_why),
    el("div", { class: "doing" }, buttons.filter((button) => button !== giving)),
    giving && el("label", { for: "taker" }, words.give_to),
    giving && el("div", { class: "doing giving" }, taker, giving),
  ].filter(Boolean);
};

const wantedBy = (name, to) => {
  if (name === "assign") return { action: name, to };
  return name === "yes" || name === "no"
    ? { action: "customer_says", answer: name } : { action: name };
};

const dismissing = () =>
  ({ title: words.dismiss_title, why: words.dismiss_why, does: words.dismiss_do });

const confirming = ({ title, why, does }, then) => {
  const sure = () => {
    dialog.close();
    then();
  };
  const dialog = el("dialog", { "aria-labelledby": "sure", onclose: () => dialog.remove() },
    el("h2", { id: "sure" }, title),
    el("p", {}, why),
    el("div", { class: "doing" },
      el("button", { autofocus: true, onclick: () => dialog.close() }, words.cancel),
      el("button", { class: "first", onclick: sure }, does)));
  document.body.append(dialog);
  dialog.showModal();
};
