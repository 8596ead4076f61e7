// Signing in, and asking the API as whoever did.

const main = document.getElementById("main");
const fresh = document.getElementById("fresh");
const leave = document.getElementById("leave");
const { signInUrl, signInClient } = document.body.dataset;

// Only as long as the tab lives, and never in a cookie: no other site can use it.
let token = sessionStorage.getItem("earshot.token");
let view = null; // what is being looked at; nothing before signing in

class Refused extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

const ask = async (path, options = {}) => {
  const headers = { Authorization: `Bearer ${token}`, ...options.headers };
  let answer;
  try {
    answer = await fetch(path, { ...options, headers, cache: "no-store", credentials: "omit" });
  } catch {
    throw new Refused(0, words.offline);
  }
  const at = Date.parse(answer.headers.get("date"));
  if (at) skew_ms = at - Date.now();
  const body = await answer.json().catch(() => ({}));
  if (answer.status === 401) signOut(words.session_over);
  if (!answer.ok) {
    throw new Refused(answer.status, body.detail ?? body.message ?? `HTTP ${answer.status}`);
  }
  return body;
};

const cognito = async (target, body) => {
  const headers = {
    "Content-Type": "application/x-amz-json-1.1",
    "X-Amz-Target": `AWSCognitoIdentityProviderService.${target}`,
  };
  const sent = { method: "POST", headers, credentials: "omit", body: JSON.stringify(body) };
  let answer;
  try {
    answer = await fetch(signInUrl, sent);
  } catch {
    throw new Refused(0, words.sign_in_errors.offline);
  }
  const told = await answer.json().catch(() => ({}));
  if (answer.ok) return told;
  const code = String(told.__type ?? answer.status).split("#").pop();
  throw new Refused(answer.status, words.sign_in_errors[code] ?? say("sign_in_failed", { code }));
};

// Who signs in for the first time brings the password they were given and chooses their own.
const answered = (challenge, value) => {
  const { ChallengeName, Session, user } = challenge;
  const ChallengeResponses = { USERNAME: user, NEW_PASSWORD: value("new") };
  const body = { ClientId: signInClient, ChallengeName, Session, ChallengeResponses };
  return cognito("RespondToAuthChallenge", body);
};

const presented = (value) => {
  const AuthParameters = { USERNAME: value("email").trim(), PASSWORD: value("password") };
  const AuthFlow = "USER_PASSWORD_AUTH";
  return cognito("InitiateAuth", { ClientId: signInClient, AuthFlow, AuthParameters });
};

const field = (id, label, given) => [
  el("label", { for: id }, label),
  el("input", { id, required: true, ...given }),
];

const fields = (challenge) => {
  const secret = { type: "password" };
  if (challenge) {
    const choosing = { ...secret, autocomplete: "new-password", minlength: 12 };
    return [el("p", {}, words.new_password_why), field("new", words.new_password, choosing)];
  }
  if (!signInUrl) {
    const pasted = { ...secret, autocomplete: "off" };
    return [el("p", {}, words.token_why), field("token", words.token, pasted)];
  }
  return [
    field("email", words.email, { type: "email", autocomplete: "username" }),
    field("password", words.password, { ...secret, autocomplete: "current-password" }),
  ];
};

const signIn = (told = "", challenge = null) => {
  view = null;
  document.title = "Earshot";
  leave.hidden = true;
  fresh.textContent = "";
  const alarm = el("p", { class: "alarm", role: "alert" }, told);
  const label = challenge ? words.choose_password : words.sign_in;
  const button = el("button", { class: "first" }, label);
  const value = (id) => form.querySelector(`#${id}`)?.value ?? "";
  const submit = async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      if (!signInUrl) return begin(value("token").trim());
      const answer = challenge ? await answered(challenge, value) : await presented(value);
      if (answer.AuthenticationResult) return begin(answer.AuthenticationResult.IdToken);
      if (answer.ChallengeName !== "NEW_PASSWORD_REQUIRED") {
        throw new Refused(400, say("sign_in_failed", { code: answer.ChallengeName }));
      }
      const user = answer.ChallengeParameters?.USER_ID_FOR_SRP ?? value("email").trim();
      signIn("", { ...answer, user });
    } catch (error) {
      alarm.textContent = error.message;
      button.disabled = false;
      form.querySelector("input[type=password]").select();
    }
  };
  const parts = [el("h1", {}, words.sign_in), alarm, fields(challenge), button];
  const form = el("form", { class: "card", onsubmit: submit }, parts);
  main.replaceChildren(form);
  form.querySelector("input").focus();
};

const begin = (given) => {
  token = given;
  sessionStorage.setItem("earshot.token", token);
  go();
};

const signOut = (told = "") => {
  token = null;
  sessionStorage.removeItem("earshot.token");
  signIn(told);
};
