package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;
import pbx.api.call.Call;
import pbx.api.call.Calls;

/**
 * Every bundle is replaced in every way while one call is up, 20 times each or as {@code PBX_SWAP_TIMES} says; only those that
 * {@code PBX_SWAP_ONLY} names, if it names any.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIfEnvironmentVariable(
        named = "PBX_SWAP",
        matches = "true",
        disabledReason = "wants a quiet machine and minutes")
class SwapRowsTest {
    private static final int TIMES = Integer.parseInt(System.getenv().getOrDefault("PBX_SWAP_TIMES", "20"));
    /** Bundles, by commas; the table's other rows stay as they are. */
    private static final String ONLY = System.getenv().getOrDefault("PBX_SWAP_ONLY", "");

    /** The one way that is measured: update, or all of them. */
    private static final String HOW = System.getenv().getOrDefault("PBX_SWAP_HOW", "");

    private static SwapStage stage;
    private static SwapLeftovers leftovers;
    private static int versions;

    @BeforeAll
    static void open() throws Exception {
        stage = new SwapStage();
        for (SwapPart part : SwapPart.values()) { // what is made once and stays has been made
            SwapWay.RESTART.replace(stage.bundle(part), null, 0);
        }
        stage.picture.await(stage.before);
        stage.awaitWindow();
        leftovers = new SwapLeftovers();
    }

    @AfterAll
    static void close() throws Exception {
        stage.close();
    }

    static Stream<Arguments> rows() {
        return Stream.of(SwapPart.values())
                .filter(part -> ONLY.isEmpty() || List.of(ONLY.split(",")).contains(part.bundle))
                .flatMap(part -> Stream.of(SwapWay.values())
                        .filter(way -> HOW.isEmpty() || HOW.equals(way.toString()))
                        .map(way -> Arguments.of(part, way)));
    }

    /** The same call untouched: what the others are compared with. */
    @Test
    @Order(0)
    void nothing() throws Exception {
        stage.measured("nothing", "", true, TIMES, row -> stage.talk.hear(50));
    }

    @Order(1)
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rows")
    void theCallGoesOn(SwapPart part, SwapWay way) throws Exception {
        byte[] jar = part == SwapPart.PLUGIN ? SwapPlugin.jar() : SwapJar.of(stage.bundle(part));
        stage.measured(
                part.bundle, way.toString(), !part.ownsTheMicrophone(), TIMES, row -> replace(part, way, jar, row));
    }

    private static void replace(SwapPart part, SwapWay way, byte[] jar, SwapRow row) throws Exception {
        Bundle bundle = stage.bundle(part);
        if (way.newLoader()) {
            leftovers.replaced(bundle);
        }
        try (SwapGap gap = new SwapGap(part.service)) {
            long began = System.nanoTime();
            way.replace(bundle, jar, ++versions);
            double away = gap.awaitMs();
            stage.picture.await(stage.before);
            if (part == SwapPart.SOFTPHONE) { // it is there at once, and what people see of it a moment later
                stage.awaitWindow();
            }
            row.add(away, (System.nanoTime() - began) / 1e6);
        }
    }

    /** Whoever was replaced is still in command of the call. */
    @Test
    @Order(2)
    void theCallIsHeldTakenBackAndMuted() throws Exception {
        Calls calls = stage.office.calls();
        List<Call> before = calls.list();
        assertEquals(true, Office.get(calls.hold(stage.call.id())).heldHere());
        assertEquals(false, Office.get(calls.resume(stage.call.id())).heldHere());
        assertEquals(true, Office.get(calls.mute(stage.call.id(), true)).muted());
        Office.get(calls.mute(stage.call.id(), false));
        assertEquals(before, calls.list());
    }

    @Test
    @Order(3)
    void nothingIsLeftBehind() throws Exception {
        Map<String, Long> loaders = leftovers.loaders();
        assertTrue(loaders.getOrDefault("pbx.ui.swing", 0L) <= 1, "AWT keeps one: " + loaders);
        loaders.remove("pbx.ui.swing");
        assertEquals(Map.of(), loaders, "old class loaders");
        assertEquals(Map.of(), leftovers.moreThreads(), "threads");
        assertEquals(1, stage.engine.sessions("media").size(), "audio sessions here");
        assertEquals(1, stage.engine.sessions("simulator@localhost").size(), "audio sessions at the PBX");
        assertEquals(0, leftovers.moreSockets(), "sockets");
        assertEquals(0, leftovers.moreNatives(), "native threads");
    }
}
