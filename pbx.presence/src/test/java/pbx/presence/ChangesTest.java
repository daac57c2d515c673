package pbx.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pbx.api.AccountId;
import pbx.api.connection.Message;
import pbx.api.presence.PresenceChange;

/** Whatever a PBX tells, and in which order: what is shown, and changed by the changes alone, is what would be drawn anew. */
class ChangesTest {
    private static final int NUMBERS = 300;
    private static final int STEPS = 600;

    private final Random random = new Random(11);
    private final Tenant tenant = new Tenant(new AccountId("demo"));
    private View shown = View.EMPTY;

    @Test
    void whatIsShownFollowsFromTheChanges() {
        tenant.extension("7");
        for (int step = 0; step < STEPS; step++) {
            List<Map<String, Object>> pictured = tell(random.nextInt(10));
            List<PresenceChange> changes = tenant.changes(shown.byNumber());
            check(changes, pictured, "step " + step);
            shown = shown.with(changes);
            for (int i = 0; i < NUMBERS; i++) {
                assertEquals(tenant.presence("" + i), shown.byNumber().get("" + i), "step " + step);
            }
            assertEquals(List.of(), tenant.changes(shown.byNumber()), "nothing more is touched");
        }
    }

    /** Returns the accounts of a picture. */
    private List<Map<String, Object>> tell(int what) {
        List<Map<String, Object>> pictured = List.of();
        switch (what) {
            case 0 -> {
                pictured = some(this::account);
                tenant.received(Message.of("domain-state", "accounts", pictured, "calls", some(this::call)));
                assertEquals(
                        pictured.stream().anyMatch(fields -> "".equals(fields.get("name"))) && !listsEverybody,
                        tenant.nameless());
            }
            case 1 -> tenant.received(Message.of("orbit-calls", "orbits", some(this::orbit)));
            case 2 -> tenant.orbits(Inferred.orbits(some(this::orbit)));
            case 3 -> tenant.received(Message.of("call-state", "calls", some(this::call)));
            case 4 -> tenant.received(Message.of("blf", "extension", number(), "state", "busy"));
            case 5 -> tenant.directory(directory());
            case 6 -> {
                if (random.nextInt(5) == 0) {
                    tenant.doubt();
                }
            }
            default -> {
                Map<String, Object> fields = new HashMap<>(account(number()));
                fields.put("action", "user-state");
                tenant.received(Message.from(fields));
            }
        }
        return pictured;
    }

    private static void check(List<PresenceChange> changes, List<Map<String, Object>> pictured, String step) {
        Set<String> told = new HashSet<>();
        List<String> order = new ArrayList<>();
        for (PresenceChange change : changes) {
            String number = View.who(change).number();
            assertTrue(told.add(number), step + ": told twice, " + number);
            change.after().ifPresent(after -> order.add(number));
        }
        if (!pictured.isEmpty()) {
            List<String> inPicture = pictured.stream()
                    .map(fields -> (String) fields.get("account"))
                    .filter(told::contains)
                    .toList();
            order.retainAll(new HashSet<>(inPicture));
            assertEquals(inPicture, order, step);
        }
    }

    private boolean listsEverybody;

    private Map<String, Map<String, Object>> directory() {
        listsEverybody = random.nextBoolean();
        Map<String, Map<String, Object>> entries = new LinkedHashMap<>();
        if (listsEverybody) {
            IntStream.range(0, NUMBERS)
                    .forEach(
                            i -> entries.put("" + i, Map.of("type", "extensions", "account", "" + i, "name", "N" + i)));
        }
        return entries;
    }

    private interface Row {
        Map<String, Object> of(String number);
    }

    /** Each number once, mostly in order: none, few or most of them. */
    private List<Map<String, Object>> some(Row row) {
        int tenths = random.nextInt(10);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < NUMBERS; i++) {
            if (random.nextInt(10) < tenths) {
                rows.add(random.nextInt(20) == 0 ? 0 : rows.size(), row.of("" + i));
            }
        }
        return rows;
    }

    private Map<String, Object> account(String number) {
        return Map.of(
                "type",
                random.nextInt(20) == 0 ? "orbits" : "extensions",
                "account",
                number,
                "name",
                random.nextInt(2 * NUMBERS) == 0 ? "" : "Name" + random.nextInt(3),
                "dnd",
                random.nextBoolean(),
                "mood",
                "" + random.nextInt(3));
    }

    private Map<String, Object> orbit(String number) {
        return Map.of("name", number, "display", "Orbit " + random.nextInt(3));
    }

    private Map<String, Object> call(String number) {
        return Map.of("id", "c" + random.nextInt(50), "from", "sip:" + number + "@t", "to", "sip:" + number() + "@t");
    }

    private String number() {
        return "" + random.nextInt(NUMBERS);
    }
}
