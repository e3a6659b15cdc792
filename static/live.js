// What happens to requests, as it happens: a stream where there is a seat, and otherwise a question every ten seconds.

const PAUSE = 10_000; // milliseconds between two questions
const ASKS = 6; // so many times, then a seat is tried again

/**
 * Tell `happened(event)` each event after `since` once, in order, and `stands("live" | "polled" | "lost")` how that goes.
 * `locale` chooses the language of the labels; without it the browser's own.
 */
export function follow({ since, locale = "", happened, stands = () => {} }) {
  const at = { last: Number(since), asked: 0, stream: null, timer: 0, over: false };
  const address = () => `/events?${new URLSearchParams({ since: at.last, ...(locale && { locale }) })}`;

  function see(event) {
    if (event.id <= at.last) return;
    at.last = event.id;
    happened(event);
  }

  function listen() {
    if (at.over) return;
    if (!("EventSource" in window)) { ask(); return; }
    at.stream = new EventSource(address());
    at.stream.onopen = () => stands("live");
    at.stream.onmessage = (message) => see(JSON.parse(message.data));
    at.stream.onerror = () => {
      if (at.stream.readyState !== EventSource.CLOSED) { stands("lost"); return; } // it comes back by itself
      at.asked = 0;
      ask(); // no seat, or turned away
    };
  }

  async function ask() {
    clearTimeout(at.timer);
    try {
      const response = await fetch(address(), { headers: { Accept: "application/json" } });
      if (response.status === 401) { stands("lost"); return; } // the key is gone: only a new page helps
      if (!response.ok) throw new Error(String(response.status));
      const { last, events } = await response.json();
      events.forEach(see);
      at.last = last;
      stands("polled");
    } catch {
      stands("lost");
    }
    at.asked += 1;
    if (!at.over) at.timer = setTimeout(at.asked < ASKS ? ask : listen, PAUSE);
  }

  function stop() {
    at.over = true;
    clearTimeout(at.timer);
    at.stream?.close();
  }

  // A page that is left gives its seat back, and takes one again when the browser brings the page back as it was.
  addEventListener("pagehide", () => { clearTimeout(at.timer); at.stream?.close(); });
  addEventListener("pageshow", (event) => { if (event.persisted && !at.over) listen(); });
  listen();
  return stop;
}
