"use strict";

/**
 * What the pages of both dialects have in common. The page's address says where the PBX is and who calls:
 * ?server=http://localhost:8089&tenant=localhost&user=46. One call at a time.
 */
class Phone {
  constructor() {
    const asked = new URLSearchParams(location.search);
    this.server = asked.get("server");
    this.tenant = asked.get("tenant");
    this.user = asked.get("user");
    this.ear = new Ear();
    this.call = null;
  }

  /** A third party's token becomes a cookie. No JSON content type: the PBX refuses preflights. */
  async signIn(token) {
    const answer = await fetch(`${this.server}/rest/system/session`, {
      method: "POST",
      credentials: "include",
      body: JSON.stringify({ name: "session", value: token }),
    });
    return answer.json();
  }

  open() {
    const query = new URLSearchParams({ domain: this.tenant, user: this.user });
    this.socket = new WebSocket(`${this.server.replace(/^http/, "ws")}/websocket?${query}`);
    this.socket.onopen = () => this.opened();
    this.socket.onclose = (event) => events.add("closed", event.code);
    this.socket.onmessage = (event) => this.received(JSON.parse(event.data));
  }

  send(action, fields = {}) {
    this.socket.send(JSON.stringify({ action, ...fields }));
  }

  /** Reserved keys come first, then the action. */
  received(message) {
    if (message.sdp) {
      this.described(message);
    } else if (message.invitesdp) {
      this.invited(message);
    } else if (message.candidate) {
      this.found(message);
    } else if (message.bye) {
      this.send("bye-response", { callid: message.callid, cseq: message.cseq });
      this.over(message);
    } else if (message.cancel) {
      this.send("cancel-response", { callid: message.callid, cseq: message.cseq });
      this.over(message);
    } else if (message.action === "sip-register") {
      events.add("registered");
    } else if (message.action === "call-state") {
      this.listed(message.calls);
    }
  }

  listed() {}

  over(message) {
    if (this.call?.id === message.callid) {
      this.drop();
      events.add("ended", message.code ?? "");
    }
  }

  drop() {
    this.hangUpAudio();
    this.call = null;
  }

  // --- calls ---

  begin(id, side) {
    this.call = { id, side, early: [] };
    return this.call;
  }

  /** An incoming call rings; its candidates may come before it is answered. */
  invited(message) {
    const call = this.begin(message.callid, "callee");
    call.cseq = message.cseq;
    call.invite = message.invitesdp;
    this.send("sip-ringing", { callid: call.id, cseq: call.cseq });
    events.add("ringing", message["from-user"]);
  }

  async answer() {
    await this.connect();
    await this.answerOffer(this.call.invite);
  }

  async answerOffer(sdp) {
    const call = this.call;
    await call.peer.setRemoteDescription({ type: "offer", sdp });
    await call.peer.setLocalDescription(await call.peer.createAnswer());
    this.send("sdp-200ok", { callid: call.id, cseq: call.cseq, sdp: call.peer.localDescription });
    await this.takeEarly();
  }

  hangUp() {
    this.send("sip-bye", { callid: this.call.id, caller: String(this.call.side === "caller") });
    this.drop();
  }

  decline() {
    this.send("sip-busy", { callid: this.call.id, cseq: this.call.cseq, code: 603 });
    this.drop();
  }

  press(keys) {
    this.call.peer.getSenders()[0].dtmf.insertDTMF(keys, 160, 80);
  }

  transfer(to) {
    this.send("blind-transfer2", { id: this.call.id, from: this.user, to });
  }

  // --- audio ---

  /** A new peer connection with the microphone on it. The tests know what they say, so nothing may improve it. */
  async connect() {
    const audio = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
    const stream = await navigator.mediaDevices.getUserMedia({ audio });
    const peer = new RTCPeerConnection();
    this.call.peer = peer;
    stream.getTracks().forEach((track) => peer.addTrack(track, stream));
    peer.onicecandidate = (event) => this.trickle(event.candidate);
    peer.ontrack = (event) => {
      const far = new MediaStream([event.track]);
      this.speaker().srcObject = far;
      this.ear.listen(far);
    };
    peer.onconnectionstatechange = () => events.add(`audio-${peer.connectionState}`);
    return peer;
  }

  /** What plays the far end. */
  speaker() {
    return document.getElementById("far");
  }

  /** What the PBX found. Without a description it waits. */
  found(message) {
    if (this.call?.id === message.callid) {
      this.call.early.push(message.candidate);
      this.takeEarly();
    }
  }

  async takeEarly() {
    if (this.call.peer?.remoteDescription) {
      const lines = this.call.early.splice(0);
      await Promise.all(lines.map((candidate) => this.call.peer.addIceCandidate(this.candidate(candidate))));
    }
  }

  hangUpAudio() {
    const peer = this.call?.peer;
    peer?.getSenders().forEach((sender) => sender.track?.stop());
    peer?.close();
    this.ear.deafen();
  }
}
