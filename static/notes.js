// What stands beside an answer on /test: what was heard, how it was found, what other channels would have received.

import { make } from "./make.js";

const SHOWN = { alexa: "Alexa" };

export function showNotes(answer) {
  const facts = [["heard as", answer.intent], ...Object.entries(answer.slots).map(([name, value]) => [name, plain(value)])];
  facts.push(["took", `${answer.milliseconds} ms`]);
  if (answer.asked.length) facts.push(["learned", answer.asked.join(", ")]);
  facts.push(["now", answer.state]);
  const rows = facts.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value)));
  const previews = Object.entries(answer.previews).map(([name, preview]) => make("details", {},
    make("summary", {}, `What ${SHOWN[name] ?? name} would have received`),
    make("pre", { tabIndex: 0, role: "region", "aria-label": "JSON" }, JSON.stringify(preview, null, 2))));
  const searches = answer.searched.length ? [showSearches(answer.searched)] : [];
  return make("div", { className: "notes", "aria-live": "off" }, make("dl", {}, ...rows), ...searches, ...previews);
}

/** Why this title and no other: what was searched for, what it brought, and how the titles compare. */
function showSearches(searched) {
  return make("details", { className: "searched" }, make("summary", {}, "How it was found"), ...searched.flatMap((search) => [
    make("p", {}, `${search.reading} – ${search.verdict}`),
    make("ol", { className: "tried" }, ...search.tried.map(({ step, query, hits }) => make("li", {},
      make("b", {}, step), ` “${query}” `, make("span", {}, hits === null ? "no answer" : `${hits} found`)))),
    make("ol", { className: "ranked" }, ...[...search.ranking, ...search.ruled_out].map((one, place) => make("li",
      { className: place < search.ranking.length ? "" : "out" },
      make("b", {}, one.title), ` ${one.year ?? ""} `, make("code", {}, one.score)))),
  ]));
}

/** A slot as people write it: [1984, 1984] is 1984, {numbers: [2, 3]} is "2, 3". */
function plain(value) {
  if (Array.isArray(value)) return [...new Set(value)].join(", ");
  if (typeof value !== "object") return String(value);
  return Object.entries(value).map(([name, one]) => (["numbers", "group"].includes(name) ? plain(one) : `${name} ${plain(one)}`)).join(", ");
}
