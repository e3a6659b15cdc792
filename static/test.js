// The page at /test: says what is typed, tapped or spoken, and shows what came of it.

import { Journeys } from "./journeys.js";
import { make } from "./make.js";
import { showNotes } from "./notes.js";
import { Ear, Mouth } from "./voice.js";

const SLOWEST = 25_000; // milliseconds; the service answers within 20 seconds whatever its request manager does
const FEW_OPTIONS = 4;
const NAMES = { demo: "Demo library", overseerr: "Overseerr", jellyseerr: "Jellyseerr", seerr: "Seerr", ombi: "Ombi" };

const at = (id) => document.getElementById(id);
const words = at("words");
const log = at("log");
const answers = at("answers");
const microphone = at("microphone");
const aloud = at("aloud");
const locale = at("locale");

const talk = { session: null, running: null, shown: "", past: [], place: 0, draft: "", typed: "" };

const hidden = (text) => make("span", { className: "sr" }, text);
const tell = (text) => { at("status").textContent = text; };

function keep(name, value) {
  try { localStorage.setItem(name, value); } catch { /* private windows may refuse: then it lasts as long as the page */ }
}

function kept(name) {
  try { return localStorage.getItem(name); } catch { return null; }
}

const journeys = new Journeys(at("conversation").dataset.since, (text) => tell(text));

// --- one turn ---

async function say(text, { spoken = false, tapped = null } = {}) {
  const said = text.trim();
  if (!said) return;
  if (talk.running) { tell("One moment, the last one is still being answered."); return; }
  const running = new AbortController();
  talk.running = running;
  setBusy(true);
  mouth.hush();
  remember(said);
  if (words.value.trim() === said) words.value = "";
  const turn = openTurn(said);
  const waiting = showWaiting(turn.reply);
  let answer = null;
  let problem = null;
  try {
    answer = await post({ text: said, session: talk.session, locale: locale.value }, running.signal);
  } catch (failure) {
    problem = failure;
  }
  waiting.done();
  if (talk.running !== running) return; // started over meanwhile
  talk.running = null;
  setBusy(false);
  if (answer) show(turn, answer, { spoken, tapped });
  else showProblem(turn, problem, said, tapped);
}

async function post(turn, stopped) {
  const signal = AbortSignal.any ? AbortSignal.any([stopped, AbortSignal.timeout(SLOWEST)]) : stopped;
  const response = await fetch("/test/turn", {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(turn), signal,
  });
  if (response.ok) return response.json();
  const said = await response.json().catch(() => ({}));
  throw Object.assign(new Error(said.error?.message ?? ""), { status: response.status });
}

function setBusy(busy) {
  for (const button of [at("send"), ...document.querySelectorAll("[data-say]")]) button.setAttribute("aria-disabled", String(busy));
}

function openTurn(said) {
  at("intro").hidden = true;
  for (const old of log.querySelectorAll(".options, .problem .button")) old.remove(); // these were for then
  const reply = make("div", { className: "reply" });
  const mine = make("p", { className: "said", "aria-live": "off" }, hidden("You: "), said);
  const element = make("div", { className: "turn" }, mine, reply);
  log.append(element);
  bringIntoView(element);
  return { element, reply };
}

function showWaiting(place) {
  const text = make("span");
  const dots = make("p", { className: "waiting", "aria-live": "off" }, make("i"), make("i"), make("i"), text);
  place.append(dots);
  const timer = setTimeout(() => { text.textContent = "still asking"; tell("Still asking the request manager."); }, 3000);
  return { done() { clearTimeout(timer); dots.remove(); } };
}

// --- what came of it ---

function show(turn, answer, { spoken, tapped }) {
  talk.session = answer.session;
  turn.reply.append(make("p", { className: "speech", lang: locale.value }, hidden("Overtalkerr: "), answer.speech));
  const card = showCard(answer);
  if (card) turn.reply.append(card);
  if (answer.options.length) turn.reply.append(showOptions(answer.options));
  turn.element.append(showNotes(answer));
  showAnswers(answer.buttons, tapped);
  showBackend(answer.backend);
  prompt(answer.expect_reply ? "Answer, or name another title" : "Name another title");
  bringIntoView(turn.element);
  const goOn = () => { if (spoken && answer.expect_reply) listen(); };
  if (aloud.checked) mouth.speak(answer.speech, locale.value, goOn);
  else goOn();
}

function showCard(answer) {
  const item = answer.request?.item ?? answer.offer;
  const key = item && `${item.kind}:${item.id}:${answer.request?.status ?? item.availability}`;
  if (!item || key === talk.shown) return null; // it stands just above
  talk.shown = key;
  const { request } = answer;
  const seasons = request?.seasons.length ? `Season${request.seasons.length > 1 ? "s" : ""} ${request.seasons.join(", ")}` : "";
  const stands = request
    ? [request.status, `Requested. ${request.status_label}`]
    : [item.availability, item.availability_label];
  return make("div", { className: "card", "aria-live": "off" }, poster(item), make("div", {},
    make("p", { className: "name" }, item.title),
    make("p", { className: "meta" }, [item.year, item.kind_label, seasons].filter(Boolean).join(" · ")),
    make("p", { className: "stands", "data-stands": stands[0] }, stands[1]),
    request ? journeys.of(request, locale.value) : "",
    request || !item.overview ? "" : make("p", { className: "overview" }, item.overview)));
}

function poster(item) {
  if (!item.poster) return drawPoster(item);
  const picture = make("img", { className: "poster", alt: `Poster of ${item.title}`, loading: "lazy", src: item.poster });
  picture.addEventListener("error", () => picture.replaceWith(drawPoster(item)), { once: true });
  return picture;
}

/** A stand-in with the title's initials, in a hue of its own. */
function drawPoster(item) {
  const initials = item.title.split(/[^\p{L}\p{N}]+/u).filter(Boolean).slice(0, 2).map((word) => [...word][0].toUpperCase());
  const drawn = make("span", { className: "poster drawn", "aria-hidden": "true" }, make("b", {}, initials.join("")),
    make("small", {}, String(item.year ?? "")));
  drawn.style.setProperty("--hue", String(Math.round(item.id * 137.508) % 360));
  return drawn;
}

function showOptions(options) {
  const list = make("ul", {}, ...options.map((option, place) => make("li", { hidden: place >= FEW_OPTIONS }, make("button", {
    type: "button", className: "option", "data-say": option.say,
  }, poster(option), make("span", {},
    make("strong", {}, option.title),
    make("small", {}, [option.year, option.kind_label].filter(Boolean).join(" · ")),
    make("small", {}, `say “${option.say}”`))))));
  const box = make("div", { className: "options", "aria-live": "off", role: "group", "aria-label": "Or did you mean" },
    make("p", {}, "Or did you mean"), list);
  if (options.length > FEW_OPTIONS) box.append(moreButton(list, options.length - FEW_OPTIONS));
  return box;
}

function moreButton(list, count) {
  const more = make("button", { type: "button", className: "button more" }, `${count} more`);
  more.addEventListener("click", () => {
    const rest = [...list.children].filter((row) => row.hidden);
    for (const row of rest) row.hidden = false;
    rest[0].querySelector("button").focus();
    more.remove();
  });
  return more;
}

function showAnswers(buttons, tapped) {
  const held = answers.contains(document.activeElement) || document.activeElement === document.body;
  answers.replaceChildren(...buttons.map(({ name, label, say: said }) => make("button", {
    type: "button", className: name === "yes" ? "button first" : "button", "data-say": said,
  }, label)));
  answers.scrollTop = 0;
  // Whoever answers by keyboard on a button that is gone now goes on with the first of the new ones.
  if (tapped === "keyboard" && held) (answers.firstElementChild ?? words).focus({ preventScroll: true });
}

const PROBLEMS = {
  400: (message) => `The service cannot take that: ${message}`,
  401: () => "The key is missing, or no longer the right one. Enter it, then say this again.",
  413: () => "That was too long to send. Shorten it and try again.",
  429: () => "That was a lot in a short time. Wait a minute, then try again.",
};

function showProblem(turn, problem, said, tapped) {
  const lost = problem.name === "TimeoutError"
    ? "No answer came in time. Overtalkerr may be busy; try again."
    : "Overtalkerr cannot be reached. Check that it is still running, then try again.";
  const broken = "Something went wrong inside Overtalkerr. It stands in its log; try again.";
  const text = problem.status ? (PROBLEMS[problem.status]?.(problem.message) ?? broken) : lost;
  const again = make("button", { type: "button", className: "button", "data-say": said }, "Try again");
  const key = problem.status === 401 ? make("a", { className: "button", href: "/test/key" }, "Enter the key") : "";
  turn.reply.append(make("div", { className: "speech problem" }, make("p", {}, text), key, again));
  if (!tapped && !words.value) words.value = said;
  if (problem.status === 401) leaveBehind({ said, session: talk.session });
  if (tapped === "keyboard") again.focus({ preventScroll: true });
  bringIntoView(turn.element);
}

/** The way to the key page leads away from here: what was not said yet is picked up on the way back. */
function leaveBehind(unsaid) {
  try { sessionStorage.setItem("overtalkerr.unsaid", JSON.stringify(unsaid)); } catch { /* as above */ }
}

function pickUp() {
  try {
    const { said, session } = JSON.parse(sessionStorage.getItem("overtalkerr.unsaid") ?? "{}");
    sessionStorage.removeItem("overtalkerr.unsaid");
    if (said) [words.value, talk.session] = [said, session];
  } catch { /* as above */ }
}

/** How much of the window an edge that stays in place takes. */
function covered(edge) {
  return getComputedStyle(at(edge)).position === "sticky" ? at(edge).offsetHeight : 0;
}

function bringIntoView(element) {
  const room = window.innerHeight - covered("top") - covered("composer");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: element.offsetHeight > room ? "start" : "end", behavior: calm ? "auto" : "smooth" });
}

// --- who answers ---

function showBackend(backend) {
  const { type, certain, reachable, key_accepted: key, problem } = backend;
  const name = NAMES[type] ?? type;
  const well = reachable === false || key === false || problem ? "no" : reachable ? "yes" : "unknown";
  const state = reachable === false ? "cannot be reached" : key === false ? "refuses the key" : problem ? "has a problem" : reachable ? "answers" : "being checked";
  at("backend").dataset.well = well;
  at("backend-name").textContent = certain ? name : `${name} (assumed)`;
  at("backend-state").textContent = state;
  const banner = at("banner");
  banner.dataset.kind = problem ? "problem" : "demo";
  banner.hidden = !problem && type !== "demo";
  const text = problem ?? "This is the demo: about 300 films and shows, and nothing you request leaves this machine.";
  if (banner.textContent !== text) banner.textContent = text;
  return well;
}

async function lookAtBackend(tries = 5) {
  const response = await fetch("/test/backend").catch(() => null);
  if (!response?.ok) return;
  if (showBackend(await response.json()) === "unknown" && tries) setTimeout(lookAtBackend, 1500, tries - 1);
}

// --- listening ---

const mouth = new Mouth();
const ear = new Ear({
  changed(listening) {
    microphone.setAttribute("aria-pressed", String(listening));
    microphone.querySelector(".sr").textContent = listening ? "Stop listening" : "Speak";
    words.placeholder = listening ? "Listening …" : words.dataset.placeholder;
    tell(listening ? "Listening." : "");
  },
  guessed(text) { words.value = text; },
  heard(text) {
    if (text) say(text, { spoken: true });
    else words.value ||= talk.typed;
  },
  failed(why) {
    tell(why);
    at("deaf").textContent = `${why} `;
    at("deaf").hidden = false;
  },
});

function listen() {
  mouth.hush();
  talk.typed = words.value;
  ear.open(locale.value);
}

// --- the field ---

function remember(said) {
  if (talk.past.at(-1) !== said) talk.past.push(said);
  talk.place = talk.past.length;
}

function recall(step) {
  const place = Math.min(Math.max(talk.place + step, 0), talk.past.length);
  if (place === talk.place) return;
  if (talk.place === talk.past.length) talk.draft = words.value;
  talk.place = place;
  words.value = talk.past[place] ?? talk.draft;
  words.setSelectionRange(words.value.length, words.value.length);
}

function startOver() {
  talk.running?.abort();
  Object.assign(talk, { session: null, running: null, shown: "" });
  mouth.hush();
  ear.abandon();
  setBusy(false);
  log.replaceChildren();
  answers.replaceChildren();
  at("intro").hidden = false;
  window.scrollTo(0, 0);
  chooseLocale();
  tell("Started over.");
  words.focus();
}

function prompt(text) {
  words.dataset.placeholder = text;
  if (!ear.isOpen) words.placeholder = text;
}

function chooseLocale() {
  const { language } = locale.selectedOptions[0].dataset;
  for (const list of document.querySelectorAll(".examples")) list.hidden = list.dataset.language !== language;
  const example = document.querySelector(`.examples[data-language="${language}"] button`);
  prompt(example.dataset.say);
  keep("overtalkerr.locale", locale.value);
}

// --- wiring ---

at("form").addEventListener("submit", (event) => { event.preventDefault(); say(words.value); });
words.addEventListener("keydown", (event) => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step && !event.isComposing) { event.preventDefault(); recall(step); }
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-say]");
  if (button) say(button.dataset.say, { tapped: event.detail === 0 ? "keyboard" : "pointer" });
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  ear.abandon();
  mouth.hush();
});
at("start-over").addEventListener("click", startOver);
locale.addEventListener("change", chooseLocale);
aloud.addEventListener("change", () => {
  keep("overtalkerr.aloud", aloud.checked ? "yes" : "no");
  if (!aloud.checked) mouth.hush();
});
microphone.addEventListener("click", () => { if (ear.isOpen) ear.finish(); else listen(); });
document.addEventListener("visibilitychange", () => { if (!document.hidden) lookAtBackend(); });

const sizes = new ResizeObserver(() => {
  document.documentElement.style.setProperty("--composer-height", `${covered("composer")}px`);
  document.documentElement.style.setProperty("--header-height", `${covered("top")}px`);
});
for (const edge of ["top", "composer"]) sizes.observe(at(edge));

microphone.hidden = !ear.exists;
at("deaf").hidden = ear.exists;
at("aloud-setting").hidden = !mouth.exists;
at("escape").hidden = !ear.exists && !mouth.exists;
aloud.checked = kept("overtalkerr.aloud") === "yes";
const wanted = [kept("overtalkerr.locale"), ...navigator.languages].find((one) => [...locale.options].some((option) => option.value === one));
if (wanted) locale.value = wanted;
chooseLocale();
pickUp();
lookAtBackend();
if (matchMedia("(pointer: fine)").matches) words.focus();
