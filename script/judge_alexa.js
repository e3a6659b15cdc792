// What script/judge-alexa lets speak: `node judge_alexa.js talk` drives virtual-alexa over the skill, `lint` looks at
// its screens. Each prints one line of JSON: [{what, ok, note, faults}]. judge_alexa.py starts both and sets the
// environment (URL, MODEL, LOCALE, SKILL; SCREENS).
"use strict";

const fs = require("node:fs");

// The libraries talk on the console; only the last line is ours.
const print = console.log;
console.log = console.warn = console.info = () => {};

const SCREEN = "Alexa.Presentation.APL";
const VALUES = {
  "AMAZON.SearchQuery": "the matrix",
  "AMAZON.NUMBER": "2",
  "AMAZON.Ordinal": "2nd",
  "AMAZON.FOUR_DIGIT_NUMBER": "1999",
};
// virtual-alexa takes any text with one of these in it for a launch, and this word for the end.
const MISREAD = /ask|open|launch|talk to|tell/i;
const ENDS = "exit";

class Kitchen {
  // One Echo: what it sends can be looked at, and it may have a screen.
  constructor(hasScreen = false) {
    const { VirtualAlexa } = require("virtual-alexa");
    const { URL, MODEL, LOCALE, SKILL } = process.env;
    const built = VirtualAlexa.Builder().applicationID(SKILL).locale(LOCALE).interactionModelFile(MODEL).skillURL(URL);
    this.alexa = built.create();
    this.hasScreen = hasScreen;
    this.alexa.filter((request) => this.complete(request));
  }

  complete(request) {
    this.sent = request;
    if (this.hasScreen) request.context.System.device.supportedInterfaces[SCREEN] = { runtime: { maxVersion: "2024.2" } };
    if (request.session) this.session = { ...request.session, new: false };
    else request.session = this.session;
    if (!request.request.locale) request.request.locale = process.env.LOCALE;
  }

  async says(turn) {
    this.heard = await turn(this.alexa);
    const speech = this.heard.response.outputSpeech;
    return speech ? speech.ssml.replace(/<[^>]*>/g, "").replace(/&#x27;/g, "'") : "";
  }

  launch() { return this.says((alexa) => alexa.launch()); }
  utter(words) { return this.says((alexa) => alexa.utter(words)); }
  intend(name, slots) { return this.says((alexa) => alexa.intend(name, slots)); }
  end() { return this.says((alexa) => alexa.endSession()); }
  send(type, fields) {
    return this.says((alexa) => {
      const request = alexa.request().requestType(type);
      for (const [path, value] of Object.entries(fields)) request.set(`request.${path}`, value);
      return request.send();
    });
  }

  get screen() {
    const drawn = (this.heard.response.directives || []).find((one) => one.type === `${SCREEN}.RenderDocument`);
    if (!drawn) throw new Error("nothing was drawn");
    return drawn;
  }

  touch(label) {
    const { choices, buttons, touched } = this.screen.datasources.screen;
    const found = [...choices, ...buttons].find((one) => one.label === label);
    if (!found) throw new Error(`"${label}" is not on the screen`);
    return this.feel([touched, found.what], this.screen.token);
  }

  feel(given, token) {
    return this.send(`${SCREEN}.UserEvent`, { token, arguments: given, source: { type: "TouchWrapper", handler: "Press", id: "" } });
  }
}

function expect(said, ...parts) {
  for (const part of parts) if (!said.includes(part)) throw new Error(`"${part}" was not said, but "${said}"`);
}

function expectEnd(kitchen) {
  if (kitchen.heard.response.shouldEndSession !== true) throw new Error("the session is still open");
}

// --- every sample of the model --------------------------------------------------------------------------------------

function valueOf(slot, types) {
  const own = types.find((type) => type.name === slot.type);
  return own ? own.values[0].name.value : VALUES[slot.type];
}

async function sayOne(kitchen, intent, sample, types) {
  const slots = Object.fromEntries(
    (intent.slots || []).filter((slot) => sample.includes(`{${slot.name}}`)).map((slot) => [slot.name, valueOf(slot, types)])
  );
  const words = sample.replace(/{(\w+)}/g, (_, name) => slots[name]);
  if (!MISREAD.test(words) && words !== ENDS) {
    await kitchen.utter(words);
    if (kitchen.sent.request.intent.name === intent.name) return "uttered";
    await kitchen.end();
    await kitchen.intend(intent.name, slots);
    return "taken for another";
  }
  await kitchen.intend(intent.name, slots);
  return "misread";
}

async function saySamples(faults) {
  const { intents, types = [] } = JSON.parse(fs.readFileSync(process.env.MODEL)).interactionModel.languageModel;
  const count = { uttered: 0, misread: 0, "taken for another": 0 };
  const kitchens = [new Kitchen(), new Kitchen(true)];
  let number = 0;
  for (const intent of intents) {
    for (const sample of intent.samples.length ? intent.samples : [null]) {
      const kitchen = kitchens[number++ % 2];
      try {
        if (sample === null) await kitchen.intend(intent.name);
        else count[await sayOne(kitchen, intent, sample, types)] += 1;
        if (!kitchen.heard.response.outputSpeech) throw new Error("no answer");
      } catch (problem) {
        faults.push(`${intent.name} "${sample}": ${problem.message || problem}`);
      }
      await kitchen.end();
    }
  }
  return (
    `${number} samples of ${intents.length} intents: ${count.uttered} said as they are; sent as intents: ${count.misread} that ` +
    `the simulator takes for a launch or an end, ${count["taken for another"]} that fit another sample too`
  );
}

// --- conversations --------------------------------------------------------------------------------------------------

const TALKS = {
  "launch, then a bare title": async (echo) => {
    expect(await echo.launch(), "What would you like?");
    expect(await echo.intend("RequestIntent", { title: "dune" }), "Dune", "2021");
    expect(await echo.intend("AMAZON.YesIntent"), "I've requested the movie Dune");
    expectEnd(echo);
  },
  "a choice, then what it is": async (echo) => {
    expect(await echo.intend("RequestIntent", { title: "star" }), "Did you mean", "Star Wars");
    expect(await echo.intend("OptionIntent", { ordinal: "2nd" }), "I've requested the movie A Star Is Born");
  },
  "the next one, back, and another year": async (echo) => {
    expect(await echo.intend("RequestIntent", { title: "fargo" }), "movie Fargo");
    expect(await echo.intend("AMAZON.NextIntent"), "TV show Fargo");
    expect(await echo.intend("AMAZON.PreviousIntent"), "movie Fargo");
    expect(await echo.intend("AMAZON.RepeatIntent"), "movie Fargo");
    expect(await echo.intend("ShowIntent"), "TV show Fargo");
    expect(await echo.intend("AMAZON.CancelIntent"), "Goodbye");
    expectEnd(echo);
  },
  "seasons, undo": async (echo) => {
    expect(await echo.intend("RequestIntent", { title: "severance" }), "Severance");
    expect(await echo.intend("AMAZON.YesIntent"), "two seasons", "Which ones");
    expect(await echo.intend("SeasonsIntent", { seasons: "two" }), "I've requested season two of Severance");
    expect(await echo.intend("UndoIntent"), "taken back");
  },
  "already there": async (echo) => {
    expect(await echo.intend("RequestIntent", { title: "jurassic park" }), "already in your library");
    expect(await echo.intend("AMAZON.NoIntent"), "?");
  },
  "what is built in": async (echo) => {
    for (const name of ["Help", "Fallback", "Yes", "Next", "Previous", "Repeat", "StartOver"]) {
      await echo.launch();
      expect(await echo.intend(`AMAZON.${name}Intent`), name === "Help" ? "You can say" : "?");
      await echo.end();
    }
    for (const name of ["Stop", "Cancel", "NavigateHome", "No"]) {
      await echo.launch();
      expect(await echo.intend(`AMAZON.${name}Intent`), "Goodbye");
      expectEnd(echo);
    }
  },
  "touches: a choice, seasons": async (_, show) => {
    await show.intend("RequestIntent", { title: "star" });
    expect(await show.touch("Star Wars (1977)"), "already");
    await show.end();
    await show.intend("RequestIntent", { title: "severance" });
    expect(await show.touch("Yes"), "Which ones");
    expect(await show.touch("Season 1"), "I've requested season one of Severance");
    expectEnd(show);
  },
  "touches of what is gone": async (_, show) => {
    await show.intend("RequestIntent", { title: "dune" });
    const old = show.screen.token;
    expect(await show.intend("AMAZON.NoIntent"), "1984");
    expect(await show.feel(["touched", "yes"], old), "1984", "?");
    for (const given of [null, [], ["touched"], [1, 2], ["touched", "title:movie:0"]]) expect(await show.feel(given, "x"), "1984", "?");
  },
  "can it be fulfilled": async (echo) => {
    const slots = { title: { name: "title", value: "dune" } };
    await echo.send("CanFulfillIntentRequest", { intent: { name: "RequestIntent", slots } });
    if (echo.heard.response.canFulfillIntent.canFulfill !== "YES") throw new Error("it cannot");
  },
  "the session ends": async (echo) => {
    await echo.launch();
    if ((await echo.end()) !== "") throw new Error("the end was spoken to");
  },
};

async function talk() {
  const faults = [];
  const rows = [{ what: "every sample said once", note: await saySamples(faults), ok: !faults.length, faults }];
  if (process.env.LOCALE !== "en-US") return rows;
  for (const [what, hold] of Object.entries(TALKS)) {
    try {
      await hold(new Kitchen(), new Kitchen(true));
      rows.push({ what, ok: true, note: "as it should be" });
    } catch (problem) {
      rows.push({ what, ok: false, note: problem.message || String(problem) });
    }
  }
  return rows;
}

// --- screens --------------------------------------------------------------------------------------------------------

async function lint() {
  const { StaticAplTemplateValidator } = require("apl-suggester");
  const faults = [];
  const screens = JSON.parse(fs.readFileSync(process.env.SCREENS));
  for (const screen of screens) {
    for (const found of await new StaticAplTemplateValidator().validate(screen)) {
      faults.push(`${found.level} at ${found.path}: ${found.errorMessage || JSON.stringify(found)}`);
    }
  }
  // A linter that finds nothing in this either has not looked.
  const wrong = { type: "APL", version: "1.6", mainTemplate: { items: [{ type: "Text", maxLines: "many" }] } };
  if (!(await new StaticAplTemplateValidator().validate(wrong)).length) faults.push("the linter finds no fault in anything");
  return [{ what: "apl-suggester on the screens", ok: screens.length > 0 && !faults.length, note: `${screens.length} document(s), ${faults.length} remarks`, faults }];
}

({ talk, lint })[process.argv[2]]().then((rows) => print(JSON.stringify(rows)));
