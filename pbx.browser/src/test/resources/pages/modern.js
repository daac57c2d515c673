"use strict";

/**
 * A client for PBX versions from 69 on: the PBX ignores the offer and sends its own, so this side rolls back and answers.
 * Hold and resume keep the peer connection and carry no description.
 */
class ModernPhone extends Phone {
  opened() {
    this.send("own-calls", { subscribe: true });
    this.send("sip-register", { useragent: "pbx-page-modern" });
  }

  async dial(to) {
    const call = this.begin(crypto.randomUUID().slice(0, 8) + "@page", "caller");
    const peer = await this.connect();
    await peer.setLocalDescription(await peer.createOffer());
    this.send("sdp-packet", { to, callid: call.id, sdp: peer.localDescription });
  }

  /** The PBX may choose an id of its own. An offer says that it leaves the DTLS role to this side. */
  async described(message) {
    const { call } = this;
    call.id = message.callid;
    call.cseq = message.cseq;
    if (message.sdp.includes("a=setup:actpass")) {
      events.add("offered", message.code);
      if (call.peer.signalingState === "have-local-offer") {
        await call.peer.setLocalDescription({ type: "rollback" });
      }
      await this.answerOffer(message.sdp);
    } else if (call.peer.signalingState === "have-local-offer") {
      await call.peer.setRemoteDescription({ type: "answer", sdp: message.sdp });
      await this.takeEarly();
    }
  }

  /** That somebody answered is seen here. */
  listed(calls) {
    const mine = calls.find((each) => each.id === this.call?.id);
    if (mine?.state === "connected" && !this.call.answered) {
      this.call.answered = true;
      this.send("sip-ack", { callid: this.call.id });
      events.add("answered");
    }
  }

  trickle(candidate) {
    if (candidate && this.call) {
      this.send("ice-candidate", { callid: this.call.id, candidate });
    }
  }

  candidate(line) {
    return { candidate: line, sdpMLineIndex: 0 };
  }

  hold() {
    this.talk(false);
    this.send("wrtc-hold", { callid: this.call.id, holdcmd: "sendonly", calldir: this.call.side });
  }

  resume() {
    this.talk(true);
    this.send("wrtc-hold", { callid: this.call.id, holdcmd: "sendrecv", calldir: this.call.side });
  }

  talk(on) {
    this.call.peer.getTransceivers().forEach(({ sender, receiver }) => {
      sender.track.enabled = on;
      receiver.track.enabled = on;
    });
  }
}

const phone = new ModernPhone();
