"use strict";

/** Runs what the address asks for, and tells the bench: "setup CALLS WARMUP PAUSE" or "talk CALLS SECONDS". */
const asked = new URLSearchParams(location.search);

const say = (line) => fetch("/said", { method: "POST", body: line });
const seconds = (count) => new Promise((resolve) => setTimeout(resolve, 1000 * count));

/** An ear that knows only when the first sound comes. */
class FirstSoundEar {
  #source = null;

  listen(stream) {
    this.#source = Ear.context.createMediaStreamSource(stream);
    const node = new AudioWorkletNode(Ear.context, "first-sound");
    node.port.onmessage = () => events.add("heard");
    this.#source.connect(node);
  }

  deafen() {
    this.#source?.disconnect();
    this.#source = null;
  }
}

async function setup(calls, warmup, pause) {
  phone.ear = new FirstSoundEar();
  await phone.open();
  await events.until("registered");
  for (let i = -warmup; i < calls; i += 1) {
    if (i >= 0) {
      await seconds(pause / 1000);
    }
    const began = performance.now();
    await phone.dial("601");
    await events.until("heard");
    const took = performance.now() - began;
    phone.hangUp();
    if (i >= 0) {
      await say(`setup ${took}`);
    }
  }
}

/** All calls at once, each with a socket of its own and each heard; once before it counts, as in the platform. */
async function talk(calls, length) {
  const phones = Array.from({ length: calls }, () => new LegacyPhone());
  for (const each of phones) {
    each.ear = { listen() {}, deafen() {} };
    const speaker = Object.assign(new Audio(), { autoplay: true });
    each.speaker = () => speaker;
    each.open();
    await events.until("registered");
  }
  await dialAll(phones);
  await seconds(length);
  phones.forEach((each) => each.hangUp());
  await seconds(2);
  await say("idle");
  await seconds(length);
  await say("idled");
  await dialAll(phones);
  await seconds(2);
  await say("talking");
  await seconds(length);
  await say("talked");
}

async function dialAll(phones) {
  for (const each of phones) {
    await each.dial("600");
    await events.until("audio-connected");
  }
}

async function run() {
  const [name, ...numbers] = asked.get("scenario").split(" ");
  await Ear.context.audioWorklet.addModule("first-sound.js");
  await phone.signIn(asked.get("token"));
  await { setup, talk }[name](...numbers.map(Number));
  await say("end");
}

run().catch((failure) => say(`failed ${failure} ${failure.stack}`));
