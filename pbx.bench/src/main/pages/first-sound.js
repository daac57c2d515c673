"use strict";

/** Says once that the first sound has come. */
class FirstSound extends AudioWorkletProcessor {
  #heard = false;

  process([input]) {
    if (!this.#heard && input[0]?.some((sample) => Math.abs(sample) > 0.001)) {
      this.#heard = true;
      this.port.postMessage("heard");
    }
    return !this.#heard;
  }
}

registerProcessor("first-sound", FirstSound);
