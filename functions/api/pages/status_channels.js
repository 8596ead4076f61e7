// What keeps an alert from somebody, or soon will; and how much of what may be sent is used.

const dollars = new Intl.NumberFormat(language, { style: "currency", currency: "USD" });

// The gravest first. What exactly, and what to do, is in English, as every reason here is.
const warnings = (channels) => [...channels]
  .sort((one, other) => (other.level === "bad") - (one.level === "bad"))
  .map((one) => el("div", { class: "alarm" },
    el("strong", { class: one.level === "bad" ? "bad" : "" },
      named("finding_names", one.name)),
    el("p", {}, one.what, ". ", one.why, "."),
    el("p", {}, `${words.what_to_do} `, one.to_do, ".")));

const budgetUsed = ({ sms_used, sms_cap, sms_spent_usd, sms_limit_usd, mails_sent, most_mails }) =>
  dotted(
    say("budget_sms", { used: numbers.format(sms_used), most: numbers.format(sms_cap) }),
    sms_spent_usd != null && sms_limit_usd != null && say("budget_spent", {
      used: dollars.format(sms_spent_usd), most: dollars.format(sms_limit_usd) }),
    mails_sent != null && most_mails != null && say("budget_mails", {
      used: numbers.format(mails_sent), most: numbers.format(most_mails) }),
  );
