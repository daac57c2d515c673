package pbx.simulator.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pbx.simulator.CrankedLoop;
import pbx.simulator.control.ScriptedPhone;
import pbx.simulator.exchange.Exchange;
import pbx.simulator.exchange.Numbers;
import pbx.simulator.exchange.Outlet;
import pbx.simulator.exchange.Silence;
import pbx.simulator.wire.Json;

/** Minutes in the office, in an instant. */
class OfficeTest {
    private static final List<String> SEATS = Numbers.parse("46-59");

    @Test
    void theFirstScreenMovesAndOthersAreLeftAlone() {
        List<ObjectNode> seen = minutes(10, 1, "");
        assertTrue(seen.stream().allMatch(row -> SEATS.contains(account(row))), "only those who sit there");
        assertTrue(count(seen, "registered", "true") > 100, "they come");
        assertTrue(count(seen, "dnd", "true") >= 5, "they go to lunch");
        assertTrue(count(seen, "code", "busy") > 50, "they talk");
        long firstMinute = minutes(1, 1, "").stream()
                .filter(row -> "busy".equals(Json.text(row.get("code"))))
                .count();
        assertTrue(firstMinute > 3, "something is to be seen at once, not " + firstMinute);
    }

    @Test
    void theSameSeedMakesTheSameDay() {
        assertEquals(summary(minutes(5, 7, "")), summary(minutes(5, 7, "")));
        assertTrue(!summary(minutes(5, 7, "")).equals(summary(minutes(5, 8, ""))), "and another one another");
    }

    @Test
    void whoWantsToBeRungIsRungRarely() {
        long rings = minutes(20, 1, "45").stream()
                .filter(row -> account(row).equals("45") && row.has("calls") && !row.has("code"))
                .count();
        assertTrue(rings >= 1 && rings <= 30, "rung " + rings + " times in 20 minutes");
    }

    @Test
    void nobodyIsLeftInACallForEver() {
        List<ObjectNode> seen = minutes(15, 3, "");
        for (String seat : SEATS) {
            long last = seen.stream().filter(row -> account(row).equals(seat)).count();
            assertTrue(last > 10, "extension " + seat + " moved " + last + " times");
        }
    }

    /** What an onlooker is shown of accounts in that time. */
    private static List<ObjectNode> minutes(int minutes, long seed, String rings) {
        CrankedLoop loop = new CrankedLoop();
        Exchange exchange = new Exchange("localhost", Numbers.parse("40-59"), new Silence(), loop);
        Onlooker onlooker = new Onlooker();
        if (!rings.isEmpty()) {
            ScriptedPhone.of(exchange, rings, new ScriptedPhone.Listener() {}).register();
        }
        exchange.open("41", onlooker);
        loop.settle();
        onlooker.seen.clear();
        Office office = new Office(exchange, loop, SEATS, rings, seed);
        loop.settle();
        for (int step = 0; step < minutes * 60; step++) {
            loop.advance(Duration.ofSeconds(1));
        }
        List<ObjectNode> seen = List.copyOf(onlooker.seen);
        office.close();
        exchange.close();
        loop.close();
        return seen;
    }

    private static String account(ObjectNode row) {
        return Json.text(row.get("account"));
    }

    private static long count(List<ObjectNode> seen, String field, String value) {
        return seen.stream()
                .filter(row -> row.path(field).asText().equals(value))
                .count();
    }

    private static List<String> summary(List<ObjectNode> seen) {
        return seen.stream()
                .map(row -> account(row) + row.get("registered") + row.get("dnd") + row.get("code"))
                .toList();
    }

    private static final class Onlooker implements Outlet {
        private final List<ObjectNode> seen = new ArrayList<>();

        @Override
        public synchronized void send(String frame) {
            Json.object(frame)
                    .filter(row -> "user-state".equals(Json.text(row.get("action"))))
                    .ifPresent(seen::add);
        }

        @Override
        public String contact() {
            return "";
        }
    }
}
