package pbx.simulator.http;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A response.
 *
 * @param body JSON
 * @param audio a WAV file in place of JSON
 * @param cookie the {@code Set-Cookie} header, or empty
 */
record Reply(int status, String body, Optional<ByteBuffer> audio, String cookie) {
    /** JSON. */
    Reply(int status, String body, String cookie) {
        this(status, body, Optional.empty(), cookie);
    }

    static Reply json(String body) {
        return new Reply(200, body, "");
    }

    static Reply text(String text) {
        return json(TextNode.valueOf(text).toString());
    }

    /** An answer without content but its status. */
    static Reply status(int status) {
        return new Reply(status, "", "");
    }

    static CompletableFuture<Reply> now(int status) {
        return CompletableFuture.completedFuture(status(status));
    }

    static Reply wav(byte[] file) {
        return new Reply(200, "", Optional.of(ByteBuffer.wrap(file).asReadOnlyBuffer()), "");
    }

    Reply with(String newCookie) {
        return new Reply(status, body, audio, newCookie);
    }
}
