package pbx.api.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HeaderFormTest {
    /** What the form is; what reads it is quicker. */
    private static final Pattern FORM = Pattern.compile("\\s*\"?([^\"<]*?)\"?\\s*<?(?:sips?:|tel:)([^@;>\\s]+).*");

    private static final String[] PIECES = {
        "\"", "<", ">", "sip:", "sips:", "tel:", "s", "sip", "@", ";", " ", "\t", "\n", "\u2028", "a", "Ann Lee", "40",
        "+1"
    };

    @Test
    void readsWhatTheFormSays() {
        assertEquals(Optional.of(new Party("40", "Ann Lee")), Party.ofHeader("\"Ann Lee\" <sip:40@tenant;x=y>"));
        assertEquals(Optional.of(new Party("40", "")), Party.ofHeader("sip:40@tenant"));
        assertEquals(Optional.empty(), Party.ofHeader("40"));
        Random random = new Random(11);
        int read = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = random.nextInt(9); pieces > 0; pieces--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            Matcher parts = FORM.matcher(text);
            Optional<Party> expected = parts.matches()
                    ? Optional.of(new Party(parts.group(2), parts.group(1).strip()))
                    : Optional.empty();
            assertEquals(expected, Party.ofHeader(text.toString()), () -> "of " + text);
            read += expected.isPresent() ? 1 : 0;
        }
        assertTrue(read > 10_000, "enough of them are of the form: " + read);
    }
}
