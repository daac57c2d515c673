package pbx.websocket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import pbx.api.socket.WebSockets;

/**
 * Puts a text together from the parts in which it comes, and no more of it than is wanted: Jetty's own limit would close the
 * socket, which RFC 6455 does not demand. Confined to the socket's reader.
 */
final class Parts {
    private static final char REPLACEMENT = '\ufffd';
    private static final int MOST_BYTES_OF_A_CHARACTER = 3;

    private ByteArrayOutputStream before = new ByteArrayOutputStream();
    private boolean tooLong;

    /**
     * The whole text with its last part; empty before, and for one that was too long.
     *
     * @throws CharacterCodingException it is no UTF-8
     */
    Optional<String> add(ByteBuffer part, boolean last) throws CharacterCodingException {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        tooLong |= before.size() + (long) bytes.length > (long) MOST_BYTES_OF_A_CHARACTER * WebSockets.MOST_CHARACTERS;
        if (last && before.size() == 0 && !tooLong) {
            return text(bytes);
        }
        if (tooLong) {
            before = new ByteArrayOutputStream();
        } else {
            before.writeBytes(bytes);
        }
        return last ? whole() : Optional.empty();
    }

    private Optional<String> whole() throws CharacterCodingException {
        byte[] bytes = before.toByteArray();
        boolean lost = tooLong;
        before = new ByteArrayOutputStream();
        tooLong = false;
        return lost ? Optional.empty() : text(bytes);
    }

    /** Java's quick way replaces what is no UTF-8: only a text in which that may have happened is looked at once more. */
    private static Optional<String> text(byte[] bytes) throws CharacterCodingException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        }
        return Optional.of(text).filter(whole -> whole.length() <= WebSockets.MOST_CHARACTERS);
    }
}
