package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.connection.ConnectionState;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceState;

/** What an account saw is recorded, and shown again by an account without a PBX. */
class ReplayRecordingTest {
    @Test
    void theReplayShowsTheSamePicture() throws Exception {
        try (Office office = new Office()) {
            FaultPicture picture = new FaultPicture(office);
            Map<String, String> seen = session(office, "full", picture);
            AccountId again = replay(office, "full");
            awaitPicture(office, () -> picture.presences(again).equals(seen));
            assertEquals(seen, picture.presences(again));
        }
    }

    @Test
    void theMaskedReplayShowsTheSamePictureOfOthers() throws Exception {
        try (Office office = new Office()) {
            FaultPicture picture = new FaultPicture(office);
            session(office, "masked", picture);
            List<String> seen = shapes(office, new AccountId("recmasked"));
            assertFalse(shapesGone(office, "masked"));
            AccountId again = replay(office, "masked");
            awaitPicture(office, () -> shapes(office, again).equals(seen));
            assertEquals(seen, shapes(office, again));
            assertTrue(office.presences().list().stream()
                    .filter(p -> p.seenBy().equals(again))
                    .noneMatch(p -> p.number().equals("46") && p.name().contains("46")));
        }
    }

    private static boolean shapesGone(Office office, String kept) {
        return shapes(office, new AccountId("rec" + kept)).isEmpty();
    }

    /** Signs 47 in under a recorder, lets things happen, and returns what 47 saw. */
    private static Map<String, String> session(Office office, String kept, FaultPicture picture) throws Exception {
        AccountId colleague = office.account("46");
        Map<String, Object> settings = new HashMap<>(Map.of(
                "server",
                "http://127.0.0.1:" + office.port,
                "tenant",
                "localhost",
                "extension",
                "47",
                ".password",
                "demo"));
        settings.put("record", kept);
        office.configure("pbx.account~rec" + kept, settings);
        AccountId recorded = new AccountId("rec" + kept);
        office.connections.await(
                "registered",
                change -> change.after().account().equals(recorded)
                        && change.after().state() == ConnectionState.REGISTERED);
        Office.get(office.presences().dnd(colleague, true));
        Call call = office.dial(colleague, "601");
        office.awaitPresence(recorded, "46", PresenceState.TALKING);
        awaitPicture(office, () -> picture.presences(recorded).equals(picture.presences(colleague)));
        Map<String, String> seen = picture.presences(recorded);
        assertFalse(seen.isEmpty());
        assertTrue(office.calls().list().stream().anyMatch(c -> c.id().equals(call.id())));
        return seen;
    }

    private static AccountId replay(Office office, String kept) throws Exception {
        office.delete("pbx.account~rec" + kept);
        office.connections.await(
                "deleted",
                change -> change.after().account().value().equals("rec" + kept)
                        && change.after().state() == ConnectionState.CLOSED);
        awaitRecorded();
        Path file;
        try (var files = Files.list(Path.of("data", "recordings"))) {
            file = files.filter(f -> f.getFileName().toString().startsWith("rec" + kept))
                    .sorted()
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
        }
        String text = Files.readString(file);
        assertFalse(text.contains("demo") || text.contains("session="), "no secret is in a recording");
        office.configure(
                "pbx.account~again" + kept,
                Map.of("server", "replay:" + file + "?speed=1000", "tenant", "localhost", "extension", "47"));
        return new AccountId("again" + kept);
    }

    /** The recorder writes when it can, on a thread of its own, which ends with it. */
    private static void awaitRecorded() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("pbx-transport-recorder")) {
                thread.join(TimeUnit.SECONDS.toMillis(20));
            }
        }
    }

    /** What everybody does, without who it is. */
    private static List<String> shapes(Office office, AccountId seenBy) {
        return office.presences().list().stream()
                .filter(p -> p.seenBy().equals(seenBy))
                .map(ReplayRecordingTest::shape)
                .sorted()
                .toList();
    }

    private static String shape(Presence p) {
        return p.kind() + " " + p.state() + " " + p.registered() + " " + p.dnd() + " "
                + p.with().size();
    }

    private interface Fulfilled {
        boolean is();
    }

    private static void awaitPicture(Office office, Fulfilled wanted) throws InterruptedException {
        if (!wanted.is()) {
            office.presences.await("the picture", change -> wanted.is());
        }
    }
}
