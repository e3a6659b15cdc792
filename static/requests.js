// /requests and the page of one request: they stand without this; with it they change by themselves.

import { follow } from "./live.js";

const AT_MOST_EVERY = 2000; // milliseconds between two looks at the page
const main = document.getElementById("live");
const state = document.getElementById("state");
const news = document.getElementById("news");
const written = document.documentElement.lang;
const locale = navigator.languages.find((one) => one.split("-")[0] === written) ?? written;
const dates = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
const PATIENCE = 15_000; // milliseconds that a look may take
const look = { timer: 0, last: -Infinity, isOn: false, again: false };

/** Dates as they are where the browser is. */
function showDates(place) {
  for (const time of place.querySelectorAll("time[datetime]")) time.textContent = dates.format(new Date(time.dateTime));
}

/** Put what the page would be now in the place of what it is, leaving alone whatever is the same. */
function renew(fresh) {
  const focused = document.activeElement?.closest?.("[data-part] a")?.getAttribute("href");
  for (const part of main.querySelectorAll("[data-part]")) {
    const wanted = fresh.getElementById(part.id);
    if (!wanted) continue;
    showDates(wanted);
    const [list, rows] = [part, wanted].map((one) => one.querySelector("ol.rows"));
    if (list && rows) renewRows(list, rows);
    else if (part.innerHTML !== wanted.innerHTML) part.replaceChildren(...wanted.childNodes);
  }
  if (focused && !document.activeElement?.closest("[data-part]")) {
    [...main.querySelectorAll("[data-part] a")].find((link) => link.getAttribute("href") === focused)?.focus({ preventScroll: true });
  }
}

function renewRows(list, rows) {
  const known = new Map([...list.children].map((row) => [row.id, row]));
  const next = [...rows.children].map((row) => {
    const before = known.get(row.id);
    if (before?.innerHTML === row.innerHTML) return before;
    row.classList.add("changed");
    return row;
  });
  for (const row of [...list.children]) if (!next.includes(row)) row.remove();
  next.forEach((row, place) => { if (list.children[place] !== row) list.insertBefore(row, list.children[place] ?? null); });
}

/** One look at a time: an older page never takes the place of a newer one. One that failed is taken again. */
async function fetchAgain() {
  Object.assign(look, { last: performance.now(), isOn: true, again: false });
  try {
    const response = await fetch(location.href, { headers: { Accept: "text/html" }, signal: AbortSignal.timeout(PATIENCE) });
    if (response.ok) renew(new DOMParser().parseFromString(await response.text(), "text/html"));
    look.again ||= response.status >= 500;
  } catch {
    look.again = true;
  }
  look.isOn = false;
  if (look.again) lookSoon();
}

function lookSoon() {
  look.again = true;
  if (look.isOn) return;
  clearTimeout(look.timer);
  look.timer = setTimeout(fetchAgain, Math.max(50, look.last + AT_MOST_EVERY - performance.now()));
}

function happened(event) {
  if (main.dataset.request && Number(main.dataset.request) !== event.request) return;
  news.textContent = `${event.title}: ${event.stage_label}`;
  lookSoon();
}

function stands(how) {
  state.hidden = false;
  state.dataset.well = how === "lost" ? "no" : "yes";
  const text = state.dataset[how];
  if (state.lastElementChild.textContent !== text) state.lastElementChild.textContent = text;
}

showDates(main);
follow({ since: main.dataset.since, happened, stands });
