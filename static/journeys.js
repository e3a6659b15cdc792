// How far the requests of this conversation come, told as it happens.

import { follow } from "./live.js";
import { make } from "./make.js";

export class Journeys {
  /** `since` is the event that the page knew last; `announce` says something to those who cannot see it. */
  constructor(since, announce) {
    Object.assign(this, { since, announce, events: [], waiting: [], lists: new Map(), follows: false });
  }

  /** A list of the stages that this request (of a turn's answer) goes through, which grows by itself. */
  of(request, locale) {
    const list = make("ol", { className: "steps", lang: locale, hidden: true });
    const { kind, id } = request.item;
    if (kind === "collection") return list; // several requests
    const waits = { kind, id, list };
    // What happened already may have been told before the answer to the turn came.
    const rows = this.events.filter((event) => isOf(event, waits) && !this.lists.has(event.request)).map((event) => event.request);
    this.waiting.push(waits);
    if (rows.length) {
      const row = Math.max(...rows);
      for (const event of this.events) if (event.request === row) this.#add(event);
    }
    if (!this.follows) follow({ since: this.since, locale, happened: (event) => this.#happened(event) });
    this.follows = true;
    return list;
  }

  #happened(event) {
    this.events = [...this.events.slice(-199), event];
    const list = this.#add(event);
    if (list?.children.length > 1) this.announce(`${event.title}: ${event.stage_label}`);
  }

  #add(event) {
    if (!this.lists.has(event.request)) {
      const place = this.waiting.findIndex((waits) => isOf(event, waits));
      if (place < 0) return null;
      this.lists.set(event.request, this.waiting.splice(place, 1)[0].list);
    }
    const list = this.lists.get(event.request);
    const before = list.lastElementChild?.firstElementChild;
    if (before?.dataset.stands === "owed") before.parentElement.remove(); // it was sent at once: nobody needs to know
    if (list.lastElementChild?.textContent !== event.stage_label) {
      list.append(make("li", {}, make("span", { className: "stands", "data-stands": event.stage }, event.stage_label)));
    }
    list.hidden = list.children.length < 2; // the first of them stands above
    return list;
  }
}

function isOf(event, { kind, id }) {
  return event.kind === kind && event.title_id === id;
}
