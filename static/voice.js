// The browser's own voice and ear, where it has them.

const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
const MISHEARD = {
  "not-allowed": "The browser does not let this page use the microphone. Allow it there; over plain http only localhost may.",
  "service-not-allowed": "This browser does not offer speech recognition here. Type instead.",
  "audio-capture": "No microphone was found.",
  "network": "The browser's speech recognition could not be reached. Type instead.",
  "no-speech": "Nothing was heard.",
};

/** Reads replies aloud, but never before the person has touched the page. */
export class Mouth {
  #voice = window.speechSynthesis;
  #utterance = null;
  #touched = false;

  constructor() {
    const touch = () => { this.#touched = true; };
    for (const gesture of ["pointerdown", "keydown"]) addEventListener(gesture, touch, { once: true, capture: true });
  }

  get exists() { return Boolean(this.#voice); }

  /** Say it, then call `afterwards`, unless hushed meanwhile. */
  speak(text, language, afterwards) {
    this.hush();
    if (!this.#voice || !this.#touched) { afterwards(); return; }
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = language;
    utterance.onend = utterance.onerror = () => {
      if (this.#utterance !== utterance) return;
      this.#utterance = null;
      afterwards();
    };
    this.#utterance = utterance;
    this.#voice.speak(utterance);
  }

  hush() {
    if (!this.#utterance) return;
    this.#utterance = null;
    this.#voice.cancel();
  }
}

/** Listens to one utterance at a time. */
export class Ear {
  #hearing = null;
  #on;

  /** `on`: changed(isListening), guessed(text) while somebody speaks, heard(text) in the end ("" for nothing), failed(why). */
  constructor(on) { this.#on = on; }

  get exists() { return Boolean(Recognition); }
  get isOpen() { return this.#hearing !== null; }

  open(language) {
    if (!Recognition || this.#hearing) return;
    const hearing = new Recognition();
    let heard = "";
    hearing.lang = language;
    hearing.interimResults = true;
    hearing.onresult = ({ results }) => {
      const all = [...results];
      const text = all.map((result) => result[0].transcript).join("");
      if (all.every((result) => result.isFinal)) heard = text;
      this.#on.guessed(text);
    };
    hearing.onerror = ({ error }) => {
      if (error !== "aborted") this.#on.failed(MISHEARD[error] ?? "Listening failed. Type instead.");
    };
    hearing.onend = () => { this.#close(); this.#on.heard(heard); };
    this.#hearing = hearing;
    this.#on.changed(true);
    try { hearing.start(); } catch { this.#close(); }
  }

  /** Enough said: what was heard so far counts. */
  finish() { this.#hearing?.stop(); }

  /** Stop, and let it be. */
  abandon() { this.#hearing?.abort(); }

  #close() {
    this.#hearing = null;
    this.#on.changed(false);
  }
}
