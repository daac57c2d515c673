package pbx.console.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pbx.console.HandCrank;
import pbx.console.Table;

class PaceTest {
    private final HandCrank time = new HandCrank();
    private final List<Set<Table>> told = new ArrayList<>();
    private final Pace pace = new Pace(time, time::nanos, 200, told::add);

    @Test
    void theFirstChangeGoesOutAtOnce() {
        pace.changed(Table.CALLS);
        time.pass(0);
        assertEquals(List.of(Set.of(Table.CALLS)), told);
    }

    @Test
    void whatFollowsIsGatheredUntilTheGapIsOver() {
        pace.changed(Table.CALLS);
        time.pass(0);
        pace.changed(Table.PRESENCE);
        pace.changed(Table.CALLS);
        pace.changed(Table.PRESENCE);
        time.pass(199);
        assertEquals(1, told.size());
        time.pass(1);
        assertEquals(List.of(Set.of(Table.CALLS), Set.of(Table.CALLS, Table.PRESENCE)), told);
    }

    @Test
    void changesWithoutEndGiveFiveASecond() {
        for (int millis = 0; millis < 999; millis++) {
            pace.changed(Table.PRESENCE);
            time.pass(1);
        }
        assertEquals(5, told.size());
    }
}
