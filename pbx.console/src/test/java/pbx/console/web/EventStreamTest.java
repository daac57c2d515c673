package pbx.console.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pbx.console.Table;
import pbx.console.security.Role;
import pbx.console.security.Visitor;

class EventStreamTest {
    private final Browser browser = new Browser();
    private final List<String> calls = new ArrayList<>();
    private final Streams streams = new Streams(1);
    private boolean here = true;
    private final EventStream stream = open();

    @Test
    void whatWasSentBeforeTheContainerAskedIsNotLost() {
        stream.send("a", bytes("A"));
        assertEquals("", browser.text());
        stream.onWritePossible();
        assertEquals("A", browser.text());
        assertTrue(browser.flushed);
    }

    @Test
    void aSlowBrowserGetsTheNewestOfEachName() {
        stream.onWritePossible();
        browser.ready = false;
        stream.send("a", bytes("A1"));
        stream.send("b", bytes("B1"));
        stream.send("a", bytes("A2"));
        browser.ready = true;
        stream.onWritePossible();
        assertEquals("A2B1", browser.text());
    }

    @Test
    void endsOnlyWhenNoWriteIsUnderWay() {
        stream.onWritePossible();
        browser.ready = false;
        stream.end();
        assertFalse(calls.contains("complete"));

        browser.ready = true;
        stream.onWritePossible();
        stream.end();
        assertEquals(1, calls.stream().filter("complete"::equals).count());
    }

    @Test
    void nothingIsWrittenAfterTheEnd() {
        stream.onWritePossible();
        stream.end();
        stream.send("a", bytes("A"));
        assertEquals("", browser.text());
    }

    @Test
    void aBrowserThatIsGoneGivesItsPlaceFree() {
        assertFalse(streams.reserve());
        stream.onWritePossible();
        browser.gone = true;
        stream.send("a", bytes("A"));
        stream.onError(new IOException("idle"));
        assertTrue(streams.none());
        assertTrue(streams.reserve());
        assertFalse(streams.reserve());
    }

    @Test
    void theStreamOfWhoHasLoggedOutEnds() {
        stream.onWritePossible();
        streams.endGone();
        assertFalse(streams.none());
        here = false;
        streams.endGone();
        assertTrue(streams.none());
    }

    @Test
    void aPageHearsOfItsOwnTablesAsItsReaderSeesThem() {
        stream.onWritePossible();
        streams.send(Table.PRESENCE, controls -> bytes("P"));
        streams.send(Table.CALLS, controls -> bytes("C" + controls));
        assertEquals("Ctrue", browser.text());
    }

    private EventStream open() {
        assertTrue(streams.reserve());
        AsyncContext context = (AsyncContext) Proxy.newProxyInstance(
                AsyncContext.class.getClassLoader(), new Class<?>[] {AsyncContext.class}, (self, method, args) -> {
                    calls.add(method.getName());
                    return null;
                });
        EventStream opened = streams.add(
                context, browser, new Wish(Set.of(Table.CALLS), new Visitor("olga", Role.OPERATOR, "", () -> here)));
        opened.open();
        return opened;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The far end of the stream; ready or not as the test says. */
    private static final class Browser extends ServletOutputStream {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private boolean ready = true;
        private boolean gone;
        private boolean flushed;

        String text() {
            return taken.toString(StandardCharsets.UTF_8);
        }

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}

        @Override
        public void flush() {
            flushed = true;
        }

        @Override
        public void write(int value) throws IOException {
            if (gone) {
                throw new IOException("broken pipe");
            }
            taken.write(value);
        }
    }
}
