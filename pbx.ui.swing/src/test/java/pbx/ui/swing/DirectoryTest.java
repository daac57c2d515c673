package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pbx.api.AccountId;
import pbx.api.connection.ConnectionState;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceState;

class DirectoryTest {
    private static final Desk DESK = Desk.EMPTY
            .with(Samples.told(Samples.status(ConnectionState.REGISTERED, true, "")))
            .with(Samples.seen(Samples.person("100", "Zoë Long", PresenceState.IDLE)))
            .with(Samples.seen(Samples.person("45", "Jürgen Müller", PresenceState.IDLE)))
            .with(Samples.seen(Samples.person("41", "Grace Hopper", PresenceState.TALKING)));

    @Test
    void shortNumbersComeFirst() {
        assertEquals(List.of("41", "45", "100"), numbers(DESK, ""));
    }

    @Test
    void findsByPartOfTheNameWithoutRegardToCaseOrAccent() {
        assertEquals(List.of("45"), numbers(DESK, " muller "));
        assertEquals(List.of("41"), numbers(DESK, "HOPP"));
        assertEquals(List.of("100"), numbers(DESK, "zoe"));
    }

    @Test
    void findsByPartOfTheNumber() {
        assertEquals(List.of("41", "45"), numbers(DESK, "4"));
        assertEquals(List.of(), numbers(DESK, "999"));
    }

    @Test
    void marksTheOwnExtension() {
        assertEquals(
                List.of(false, true, false),
                Directory.of(DESK, "").stream().map(Person::own).toList());
    }

    @Test
    void listsPeopleSeenByTwoAccountsOfOneTenantOnce() {
        AccountId second = new AccountId("second");
        Desk desk = DESK.with(Samples.told(Samples.status(second, "46", ConnectionState.REGISTERED, true, "")))
                .with(Samples.seen(seenBy(second, "41", Presence.Kind.EXTENSION)));
        assertEquals(List.of("41", "45", "100"), numbers(desk, ""));
    }

    @Test
    void extensionsComeBeforeServicesAndUnknownKindsStayAway() {
        Desk desk = DESK.with(Samples.seen(seenBy(Samples.DEMO, "1", Presence.Kind.QUEUE)))
                .with(Samples.seen(seenBy(Samples.DEMO, "2", Presence.Kind.OTHER)));
        assertEquals(List.of("41", "45", "100", "1"), numbers(desk, ""));
    }

    private static Presence seenBy(AccountId account, String number, Presence.Kind kind) {
        return new Presence(account, number, "", kind, PresenceState.IDLE, true, false, false, List.of(), Map.of());
    }

    private static List<String> numbers(Desk desk, String typed) {
        return Directory.of(desk, typed).stream()
                .map(person -> person.presence().number())
                .toList();
    }
}
