package pbx.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pbx.api.socket.WebSockets;

class PartsTest {
    private static final String TEXT = "Ann, \u00c4nne, \u674e \ud83d\ude00 and \ufffd itself";
    private final Parts parts = new Parts();

    @Test
    void aTextIsTheSameWhereverItIsCut() throws CharacterCodingException {
        byte[] all = TEXT.getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= all.length; cut++) {
            assertEquals(Optional.empty(), parts.add(ByteBuffer.wrap(all, 0, cut), false));
            assertEquals(Optional.of(TEXT), parts.add(ByteBuffer.wrap(all, cut, all.length - cut), true));
        }
        assertEquals(
                Optional.of(TEXT),
                parts.add(ByteBuffer.allocateDirect(all.length).put(all).flip(), true));
    }

    @Test
    void whatIsNoUtf8IsRefused() {
        for (byte[] bad : new byte[][] {
            {'"', (byte) 0xc3, '('}, {(byte) 0xff}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, {(byte) 0xc3}
        }) {
            assertThrows(CharacterCodingException.class, () -> parts.add(ByteBuffer.wrap(bad), true));
        }
    }

    @Test
    void aTextThatIsTooLongIsLeftOutAndTheNextIsTaken() throws CharacterCodingException {
        byte[] most = new byte[WebSockets.MOST_CHARACTERS];
        Arrays.fill(most, (byte) 'x');
        assertEquals(
                Optional.of(most.length), parts.add(ByteBuffer.wrap(most), true).map(String::length));
        for (int i = 0; i < 4; i++) {
            assertEquals(Optional.empty(), parts.add(ByteBuffer.wrap(most), i == 3));
        }
        parts.add(ByteBuffer.wrap(most), false);
        assertEquals(Optional.empty(), parts.add(ByteBuffer.wrap(most, 0, 1), true));
        assertEquals(Optional.of("next"), parts.add(ByteBuffer.wrap("next".getBytes(StandardCharsets.UTF_8)), true));
    }
}
