package pbx.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    private String network = "eth0[192.0.2.1]";
    private long wall = 1_000_000;
    private long steady;
    private final List<String> told = new ArrayList<>();

    @Test
    void aNewAddressASleepAndAFreezeAreNoticedAndNothingElse() {
        try (Surroundings surroundings = new Surroundings(() -> network, () -> wall, () -> steady, told::add)) {
            pass(surroundings, 2_000, 2_000);
            pass(surroundings, 3_500, 3_500);
            pass(surroundings, -60_000, 2_000); // the clock was set back
            assertEquals(List.of(), told);
            network = "wlan0[198.51.100.7]";
            pass(surroundings, 2_000, 2_000);
            assertEquals(List.of("the machine's network addresses have changed"), told);
            pass(surroundings, 3_600_000, 2_000); // the steady clock stands still while the machine sleeps
            assertTrue(told.get(1).contains("slept for about 3598 s"), told::toString);
            pass(surroundings, 60_000, 60_000); // on other systems it goes on
            assertTrue(told.get(2).contains("58 s"), told::toString);
            pass(surroundings, 2_000, 2_000);
            assertEquals(3, told.size());
        }
    }

    private void pass(Surroundings surroundings, long wallMs, long steadyMs) {
        wall += wallMs;
        steady += steadyMs;
        surroundings.look();
    }
}
