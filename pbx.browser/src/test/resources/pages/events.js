"use strict";

/** What happened, in order. Who waits for one takes it, and those before it. A failure of the page fails who waits. */
class Events {
  #past = [];
  #waiting = null;

  add(name, detail = "") {
    document.getElementById("status").value = `${name} ${detail}`;
    this.#past.push({ name, detail });
    this.#serve();
  }

  /** The detail of the next event of that name. */
  until(name) {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => this.#fail(`nothing of ${name} in 30 s`), 30_000);
      this.#waiting = { name, resolve, reject, late };
      this.#serve();
    });
  }

  /** What nobody has asked for yet. */
  left() {
    return JSON.stringify(this.#past);
  }

  #serve() {
    const broken = this.#past.find((event) => event.name === "failed");
    if (broken) {
      this.#fail(broken.detail);
      return;
    }
    const at = this.#waiting ? this.#past.findIndex((event) => event.name === this.#waiting.name) : -1;
    if (at >= 0) {
      const { resolve, late } = this.#waiting;
      this.#waiting = null;
      clearTimeout(late);
      resolve(this.#past.splice(0, at + 1).at(-1).detail);
    }
  }

  #fail(why) {
    const waiting = this.#waiting;
    this.#waiting = null;
    clearTimeout(waiting?.late);
    waiting?.reject(new Error(`${why}; not asked for: ${this.left()}`));
  }
}

const events = new Events();
addEventListener("error", (event) => events.add("failed", event.message));
addEventListener("unhandledrejection", (event) => events.add("failed", String(event.reason)));
