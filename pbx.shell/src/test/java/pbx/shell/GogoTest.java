package pbx.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.felix.service.command.CommandSession;
import org.junit.jupiter.api.Test;

/** The commands in a real Gogo session. */
class GogoTest {
    private final Desk desk = new Desk();
    private final GogoCommands gogo = new GogoCommands(desk.commands);

    @Test
    void everyCommandIsAPublicMethod() {
        assertEquals(desk.commands.names(), methods().sorted().toList());
    }

    @Test
    void aSessionRunsThemAndGetsTheirOutput() throws Exception {
        ThreadIOImpl threads = new ThreadIOImpl();
        threads.start();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        CommandProcessorImpl processor = new CommandProcessorImpl(threads);
        methods().forEach(name -> processor.addCommand("pbx", gogo, name));
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try (CommandSession session = processor.createSession(new ByteArrayInputStream(new byte[0]), out, out)) {
            session.execute("pbx:dial 45@localhost 601");
            session.execute("dial");
            session.execute("presence 44 --json");
        } finally {
            threads.stop();
        }
        List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(List.of("dial demo 601"), desk.calls.asked);
        assertEquals("c1  demo  OUT  601 (Tone)  DIALING  audio CONNECTED", lines.get(0));
        assertEquals("error: INVALID usage: dial [ACCOUNT] NUMBER [--json]", lines.get(1));
        assertEquals("{\"seenBy\":\"demo\",\"number\":\"44\"", lines.get(2).substring(0, 30));
    }

    private static Stream<String> methods() {
        return Arrays.stream(GogoCommands.class.getDeclaredMethods())
                .filter(m -> java.lang.reflect.Modifier.isPublic(m.getModifiers()))
                .map(Method::getName);
    }
}
