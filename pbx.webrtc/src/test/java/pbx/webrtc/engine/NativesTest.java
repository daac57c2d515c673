package pbx.webrtc.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import pbx.webrtc.AudioEngine.EngineException;
import pbx.webrtc.AudioEngine.EngineException.Reason;

/** The native library, there and not there. */
class NativesTest {
    @Test
    void isThereOnThisMachine() throws Exception {
        Natives natives = Natives.load();
        natives.await();
        assertEquals(Optional.empty(), natives.problem());
    }

    @Test
    void missingPackagesAreNamedAndEveryOperationSaysSo() throws Exception {
        Natives natives = Natives.load(() -> {
            throw new UnsatisfiedLinkError("libpulse.so.0: cannot open shared object file");
        });
        assertThrows(EngineException.class, natives::await);
        Engine engine = new Engine(natives, () -> true);
        String problem = engine.problem().orElseThrow();
        assertTrue(problem.contains("libpulse.so.0"), problem);
        assertTrue(
                problem.contains("apt-get install libpulse0 libudev1 libx11-6 libxfixes3 libxrandr2 libxcomposite1"
                        + " libdbus-1-3"),
                problem);
        for (var future : List.of(
                engine.offer("media", "a"),
                engine.answer("media", "a", "sdp"),
                engine.accept("media", "a", "sdp"),
                engine.candidate("media", "a", "line", "0", 0),
                engine.press("media", "a", "1", 100, 50),
                engine.stats("media", "a"))) {
            EngineException error = Refusal.error(future);
            assertEquals(Reason.NO_ENGINE, error.reason());
            assertEquals(problem, error.getMessage());
        }
        assertEquals(List.of(), engine.sessions("media"));
        engine.stop();
    }

    @Test
    void whatWasAskedWhileItWasLoadingFailsToo() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Engine engine = new Engine(
                Natives.load(() -> {
                    asked.await();
                    throw new FileNotFoundException("libwebrtc-java-plan9-vax.so");
                }),
                () -> true);
        var first = engine.offer("media", "a");
        var second = engine.offer("media", "a");
        assertEquals(Optional.empty(), engine.problem());
        asked.countDown();
        assertEquals(Reason.NO_ENGINE, Refusal.reason(first));
        assertEquals(Reason.NO_ENGINE, Refusal.reason(second));
        assertEquals(List.of(), engine.sessions("media"));
        assertTrue(engine.problem().orElseThrow().contains("this build holds no library for"));
        engine.stop();
    }

    /** {@link NativeRef} frees what exactly this version forgets; with another one it would free it twice. */
    @Test
    void isTheVersionWhoseLeakIsMended() throws Exception {
        Properties properties = new Properties();
        try (var in =
                NativesTest.class.getResourceAsStream("/META-INF/maven/dev.onvoid.webrtc/webrtc-java/pom.properties")) {
            properties.load(in);
        }
        assertEquals("0.14.0", properties.getProperty("version"));
    }
}
