"use strict";

/**
 * The client of the vendor's page of 2021, completed: the PBX answers the client's offer; candidates go out without callid and
 * come in without mid; hold closes the audio, and resume offers afresh. What that page leaves out (incoming calls) is as in
 * clients of its time.
 */
class LegacyPhone extends Phone {
  opened() {
    this.send("avoid-disconnect");
    this.send("sip-register", { useragent: "pbx-page-legacy" });
  }

  async dial(to) {
    this.begin(crypto.randomUUID().slice(0, 8) + "@page", "caller");
    const offer = await this.offer();
    this.send("sdp-packet", { to, sdp: offer, callid: this.call.id });
  }

  async offer() {
    const peer = await this.connect();
    const offer = await peer.createOffer({ offerToReceiveAudio: true });
    await peer.setLocalDescription(offer);
    return offer;
  }

  /** Whatever comes is the answer; one that repeats itself is not needed. */
  async described(message) {
    if (this.call.peer.signalingState === "have-local-offer") {
      await this.call.peer.setRemoteDescription({ type: "answer", sdp: message.sdp });
      await this.takeEarly();
    }
  }

  trickle(candidate) {
    this.send("ice-candidate", { candidate });
  }

  candidate(line) {
    return { candidate: line, sdpMid: "", sdpMLineIndex: 0 };
  }

  hold() {
    this.hangUpAudio();
    this.send("wrtc-hold", { callid: this.call.id, holdcmd: "sendonly", calldir: this.call.side });
  }

  async resume() {
    const sdp = await this.offer();
    this.send("wrtc-hold", { holdcmd: "sendrecv", sdp, callid: this.call.id, calldir: this.call.side });
  }
}

const phone = new LegacyPhone();
