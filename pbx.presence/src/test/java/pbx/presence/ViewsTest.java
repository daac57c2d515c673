package pbx.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pbx.api.AccountId;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceChange;
import pbx.api.presence.PresenceState;

class ViewsTest {
    private final Views views = new Views();

    @Test
    void numbersComeBeforeNamesWhoeverSeesThem() {
        sees("first", "300", "501 Shop", "501", "Bob", "502", "Eve");
        sees("second", "501", "501 Robert", "600", "501 Club");
        assertEquals(List.of("first 501", "second 501", "first 300", "second 600"), found("501", 10));
        assertEquals(List.of("first 501", "second 501", "first 300"), found("501", 3));
        assertEquals(List.of("first 501", "second 501"), found("501", 2));
        assertEquals(List.of("first 501"), found("501", 1));
    }

    private void sees(String account, String... numbersAndNames) {
        views.put(
                new AccountId(account),
                View.EMPTY.with(Stream.iterate(0, i -> i < numbersAndNames.length, i -> i + 2)
                        .map(i -> new Presence(
                                new AccountId(account),
                                numbersAndNames[i],
                                numbersAndNames[i + 1],
                                Presence.Kind.EXTENSION,
                                PresenceState.IDLE,
                                true,
                                false,
                                false,
                                List.of(),
                                Map.of()))
                        .map(who -> new PresenceChange(Optional.empty(), Optional.of(who)))
                        .toList()));
    }

    private List<String> found(String text, int most) {
        return views.search(text, most).stream()
                .map(who -> who.seenBy().value() + " " + who.number())
                .toList();
    }
}
