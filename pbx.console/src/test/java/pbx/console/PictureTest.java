package pbx.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.Calls;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionState;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceChange;
import pbx.api.presence.PresenceState;
import pbx.api.presence.Presences;

class PictureTest {
    private final Picture picture = new Picture();

    @Test
    void aCallIsThereUntilItEnds() {
        picture.callChanged(Samples.change(Samples.call("1", CallState.RINGING)));
        picture.callChanged(Samples.change(Samples.call("1", CallState.ACTIVE)));
        assertEquals(List.of(CallState.ACTIVE), states());

        picture.callChanged(Samples.change(Samples.call("1", CallState.ENDED)));
        assertEquals(List.of(), states());
    }

    @Test
    void anAccountIsThereUntilItIsClosed() {
        picture.connectionChanged(
                new ConnectionChange(Optional.empty(), Samples.account(ConnectionState.CONNECTING, true)));
        assertEquals(1, picture.snapshot().accounts().size());
        assertEquals("45@localhost", picture.snapshot().label(Samples.MINE));

        picture.connectionChanged(
                new ConnectionChange(Optional.empty(), Samples.account(ConnectionState.CLOSED, true)));
        assertEquals(0, picture.snapshot().accounts().size());
        assertEquals("demo", picture.snapshot().label(Samples.MINE));
    }

    @Test
    void theBoardIsInTheOrderOfNumbersAndForgetsWhoIsGone() {
        List.of("100", "9", "*85", "44").forEach(number -> seen(number));
        assertEquals(List.of("9", "44", "100", "*85"), numbers());

        picture.presenceChanged(
                new PresenceChange(Optional.of(Samples.presence("44", "", PresenceState.IDLE)), Optional.empty()));
        assertEquals(List.of("9", "100", "*85"), numbers());
    }

    @Test
    void whatANewProviderDoesNotListHasEndedWhileNobodyLooked() {
        picture.callChanged(Samples.change(Samples.call("1", CallState.ACTIVE)));
        picture.callChanged(Samples.change(Samples.call("2", CallState.ACTIVE)));
        seen("44");
        seen("45");
        picture.bindCalls(calls(Samples.call("2", CallState.ACTIVE)));
        picture.bindPresences(presences(Samples.presence("45", "", PresenceState.IDLE)));

        assertEquals(
                List.of("2"),
                picture.snapshot().calls().stream()
                        .map(call -> call.id().value())
                        .toList());
        assertEquals(List.of("45"), numbers());
    }

    @Test
    void withoutAProviderThereAreNoCallsButAReplacedOneTakesNothingAway() {
        Calls old = calls();
        Calls fresh = calls();
        picture.bindCalls(old);
        picture.bindCalls(fresh);
        picture.callChanged(Samples.change(Samples.call("1", CallState.ACTIVE)));
        picture.unbindCalls(old);
        assertEquals(1, states().size());

        picture.unbindCalls(fresh);
        assertEquals(0, states().size());
    }

    @Test
    void watchersAreToldWhichTableUntilTheyLeave() {
        List<Table> told = new ArrayList<>();
        Runnable leave = picture.watch(told::add);
        seen("44");
        picture.callChanged(Samples.change(Samples.call("1", CallState.RINGING)));
        leave.run();
        seen("45");
        assertEquals(List.of(Table.PRESENCE, Table.CALLS), told);
    }

    @Test
    void aSnapshotStaysAsItWas() {
        seen("44");
        Snapshot before = picture.snapshot();
        seen("45");
        assertEquals(1, before.presences().size());
        assertTrue(picture.snapshot().presences().size() > before.presences().size());
    }

    private void seen(String number) {
        picture.presenceChanged(
                new PresenceChange(Optional.empty(), Optional.of(Samples.presence(number, "", PresenceState.IDLE))));
    }

    private List<CallState> states() {
        return picture.snapshot().calls().stream().map(Call::state).toList();
    }

    private List<String> numbers() {
        return picture.snapshot().presences().stream().map(Presence::number).toList();
    }

    private static Calls calls(Call... calls) {
        return listing(Calls.class, List.of(calls));
    }

    private static Presences presences(Presence... presences) {
        return listing(Presences.class, List.of(presences));
    }

    /** A provider that can list, which is all that is asked of it here. */
    private static <T> T listing(Class<T> type, List<?> list) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            if (method.getName().equals("list")) {
                return list;
            }
            throw new UnsupportedOperationException(method.getName());
        }));
    }
}
