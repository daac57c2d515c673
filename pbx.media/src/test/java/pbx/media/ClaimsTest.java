package pbx.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pbx.api.call.CallId;

class ClaimsTest {
    private static final CallId MINE = Stage.call("mine");
    private static final CallId ANOTHER = Stage.call("another");

    private final Cranked writer = new Cranked();
    private final List<CallId> closed = new ArrayList<>();
    private final Claims claims = new Claims(writer, () -> Set.of(MINE, ANOTHER), closed::add);

    /** Whoever else listens to the sound controls nothing: the microphone would stay open for ever. */
    @Test
    void theCallsOfABundleThatIsGoneAreClosedWhoeverElseListens() {
        claims.claimed(MINE, "callcontrol");
        claims.claimed(ANOTHER, "dialler");
        claims.gone("callcontrol");
        writer.turn();
        assertEquals(List.of(MINE), closed);
    }

    @Test
    void butNotIfItsSuccessorClaimsThem() {
        claims.claimed(MINE, "callcontrol");
        claims.gone("callcontrol");
        claims.claimed(MINE, "callcontrol");
        writer.turn();
        assertEquals(List.of(), closed);
    }
}
