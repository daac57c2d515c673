package pbx.webrtc.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SdpTest {
    private static final String SDP =
            "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=ice-ufrag:aB+/\r\na=setup:ROLE\r\na=mid:0\r\n";

    @Test
    void anAnswersRoleIsChosenIfItIsNot() {
        assertEquals(role("passive"), Sdp.withRole(role("actpass")));
        assertEquals(role("passive"), Sdp.withRole(role("holdconn")));
        assertEquals(role("passive"), Sdp.withRole(role("passive")));
        assertEquals(role("active"), Sdp.withRole(role("active")));
        assertEquals(
                role("active").replace("\r", ""), Sdp.withRole(role("active").replace("\r", "")));
        assertEquals(role("actpass"), Sdp.asOffer(role("active")));
    }

    @Test
    void readsWhatIsNeeded() {
        assertEquals("aB+/", Sdp.fragment(SDP));
        assertEquals("", Sdp.fragment("v=0"));
        assertTrue(Sdp.hasMid(SDP, "0"));
        assertFalse(Sdp.hasMid(SDP, ""));
        assertTrue(Sdp.hasAudio(SDP));
        assertFalse(Sdp.hasAudio(SDP.replace("audio 9", "audio 0")));
        assertFalse(Sdp.hasAudio("v=0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n"));
    }

    @Test
    void knowsWhoSends() {
        assertTrue(Sdp.sends(SDP, SDP));
        assertTrue(Sdp.sends(SDP + "a=sendonly\r\n", SDP + "a=recvonly\r\n"));
        assertFalse(Sdp.sends(SDP + "a=recvonly\r\n", SDP + "a=sendonly\r\n"));
        assertFalse(Sdp.sends(SDP + "a=sendrecv\r\n", SDP + "a=sendonly\r\n"));
        assertFalse(Sdp.sends(SDP + "a=inactive\r\n", SDP));
        assertTrue(Sdp.sends("a=inactive\r\n" + SDP + "a=sendrecv\r\n", SDP), "the section's own direction counts");
        assertFalse(Sdp.sends(SDP, SDP.replace("audio 9", "audio 0")));
    }

    @Test
    void knowsItsCodecs() {
        for (String known : new String[] {
            "m=audio 9 RTP/AVP 0\r\n",
            "m=audio 9 RTP/AVP 101 8\r\n",
            "m=audio 9 RTP/AVP 9 101\r\n",
            "m=audio 9 RTP/AVP 111\r\na=rtpmap:111 opus/48000/2\r\n",
            "m=audio 9 RTP/AVP 96\na=rtpmap:96 pcmu/8000\n"
        }) {
            assertTrue(Sdp.hasKnownCodec(known), known);
        }
        for (String strange : new String[] {
            "m=audio 9 RTP/AVP 18\r\n",
            "m=audio 9 RTP/AVP 98 80\r\n",
            "m=audio 9 RTP/AVP 97\r\na=rtpmap:97 iLBC/8000\r\n",
            "m=video 9 RTP/AVP 0\r\n"
        }) {
            assertFalse(Sdp.hasKnownCodec(strange), strange);
        }
    }

    private static String role(String role) {
        return SDP.replace("ROLE", role);
    }
}
