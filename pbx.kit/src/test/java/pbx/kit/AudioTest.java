package pbx.kit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real engine in a plain JVM. */
class AudioTest {
    @RegisterExtension
    static final EmbeddedPbx PBX = EmbeddedPbx.audio();

    @Test
    void aRealOfferIsAnswered() throws Exception {
        Engine mine = Engine.real();
        try {
            String offer = mine.audio().offer("test", "a").get(20, TimeUnit.SECONDS);
            Client phone = Client.phone(PBX.url(), "45");
            phone.send("{\"action\":\"sdp-packet\",\"to\":\"601\",\"callid\":\"a\",\"sdp\":" + TextNode.valueOf(offer)
                    + "}");
            String answer = phone.await("\"sdp\"");
            assertTrue(answer.contains("a=fingerprint"), answer);
        } finally {
            mine.close();
        }
    }
}
