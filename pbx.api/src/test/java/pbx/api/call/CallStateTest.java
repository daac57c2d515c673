package pbx.api.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallStateTest {
    /** The table of the contract, cell by cell: rows are from, columns are to, in the order of the enum. */
    private static final List<String> TABLE = List.of(
            //       DIALING RINGING CONNECTING ACTIVE ENDING ENDED
            /* DIALING    */ ".xxxxx",
            /* RINGING    */ "..xxxx",
            /* CONNECTING */ "...xxx",
            /* ACTIVE     */ "....xx",
            /* ENDING     */ ".....x",
            /* ENDED      */ "......");

    @Test
    void theTable() {
        CallState[] states = CallState.values();
        assertEquals(TABLE.size(), states.length);
        for (int from = 0; from < states.length; from++) {
            for (int to = 0; to < states.length; to++) {
                assertEquals(
                        TABLE.get(from).charAt(to) == 'x',
                        states[from].mayBecome(states[to]),
                        states[from] + " -> " + states[to]);
            }
        }
    }
}
