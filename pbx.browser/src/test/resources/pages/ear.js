"use strict";

const KEYS = "123A456B789C*0#D";
const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477, 1633];

/** Listens to what comes from the far end, 85 ms at a time. */
class Ear {
  static context = new AudioContext();
  #analyser = new AnalyserNode(Ear.context, { fftSize: 4096 });
  #samples = new Float32Array(4096);
  #source = null;

  /** From now on this is heard. */
  listen(stream) {
    this.deafen();
    this.#source = Ear.context.createMediaStreamSource(stream);
    this.#source.connect(this.#analyser);
  }

  deafen() {
    this.#source?.disconnect();
    this.#source = null;
  }

  tone(hertz) {
    return this.#until(`a tone of ${hertz} Hz`, 3, () => this.#share(hertz) > 0.6);
  }

  /** No tone of this frequency, though there may be others. */
  without(hertz) {
    return this.#until(`no tone of ${hertz} Hz`, 10, () => this.#power() < 1e-6 || this.#share(hertz) < 0.1);
  }

  silence() {
    return this.#until("silence", 10, () => this.#power() < 1e-6);
  }

  key(key) {
    const at = KEYS.indexOf(key);
    return this.#until(`key ${key}`, 1, () => this.#outstanding(ROWS, at >> 2) && this.#outstanding(COLUMNS, at & 3));
  }

  /** Resolves when so many looks running agree. */
  #until(what, looks, heard) {
    return new Promise((resolve, reject) => {
      let running = 0;
      let left = 500;
      const timer = setInterval(() => {
        this.#analyser.getFloatTimeDomainData(this.#samples);
        running = heard() ? running + 1 : 0;
        if (running >= looks) {
          clearInterval(timer);
          resolve();
        } else if (--left === 0) {
          clearInterval(timer);
          reject(new Error(`did not hear ${what} in 10 s; there was ${this.#heard()}`));
        }
      }, 20);
    });
  }

  /** Whether one of these tones is there and the others are not; a voice may go on beside it. */
  #outstanding(tones, which) {
    const shares = tones.map((hertz) => this.#share(hertz));
    const [wanted] = shares.splice(which, 1);
    return wanted > 0.04 && shares.every((other) => other < wanted / 4);
  }

  /** What there is at present, for people: the context's state, the power, the share of each DTMF tone. */
  #heard() {
    const shares = [...ROWS, ...COLUMNS].map((hertz) => `${hertz}: ${this.#share(hertz).toFixed(3)}`);
    return `${Ear.context.state}, power ${this.#power()}, ${shares}`;
  }

  #power() {
    return this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / this.#samples.length;
  }

  /** How much of the power lies at one frequency, 0 to 1, by Goertzel's algorithm; 0 where it is silent. */
  #share(hertz) {
    const power = this.#power();
    const coefficient = 2 * Math.cos((2 * Math.PI * hertz) / Ear.context.sampleRate);
    let before = 0;
    let beforeThat = 0;
    for (const sample of this.#samples) {
      [before, beforeThat] = [sample + coefficient * before - beforeThat, before];
    }
    const found = before * before + beforeThat * beforeThat - coefficient * before * beforeThat;
    const amplitude = (2 * Math.sqrt(Math.max(found, 0))) / this.#samples.length;
    return power < 1e-6 ? 0 : (amplitude * amplitude) / 2 / power;
  }
}
