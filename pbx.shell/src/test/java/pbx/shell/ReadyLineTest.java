package pbx.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pbx.api.status.Readiness;

class ReadyLineTest {
    private static final List<String> PARTS = List.of("console", "account", "softphone");
    private static final long NEVER = 3_600_000;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final CompletableFuture<String> account = new CompletableFuture<>();
    private ReadyLine line;

    @AfterEach
    void forget() {
        line.stop();
        System.clearProperty(ReadyLine.PRINTED);
    }

    @Test
    void theLineIsInTheOrderOfTheConfigurationWhateverComesFirst() throws Exception {
        open(NEVER);
        bind("softphone", CompletableFuture.completedFuture("softphone open"));
        bind("other", new CompletableFuture<>());
        bind("account", account);
        bind("console", CompletableFuture.completedFuture("console http://127.0.0.1:8080/system/console"));
        assertFalse(line.printed().toCompletableFuture().isDone());
        account.complete("account 45@localhost registered");
        assertTrue(
                text().matches("ready in \\d+ ms · console http://127\\.0\\.0\\.1:8080/system/console"
                        + " · account 45@localhost registered · softphone open\n"),
                text());
    }

    @Test
    void whatIsNotUpInTimeIsNamed() throws Exception {
        open(1);
        bind("account", CompletableFuture.failedFuture(new IllegalStateException("no PBX\u001b")));
        assertTrue(text().matches(
                        "ready in \\d+ ms · console not up · account not up(: no PBX\\?)? · softphone not up\n"));
    }

    @Test
    void twoAccountsAreAwaitedBothAndOneThatLeavesIsNot() throws Exception {
        open(NEVER);
        bind("console", CompletableFuture.completedFuture("c"));
        bind("softphone", CompletableFuture.completedFuture("s"));
        Readiness gone = bind("account", new CompletableFuture<>());
        bind("account", CompletableFuture.completedFuture("a1"));
        line.unbindReadiness(gone);
        bind("account", account);
        account.complete("a2");
        assertTrue(text().endsWith(" ms · c · a1 · a2 · s\n"), text());
    }

    @Test
    void whoComesAfterTheLineIsNotAsked() throws Exception {
        open(1);
        text();
        line.bindReadiness(
                () -> {
                    throw new AssertionError("asked");
                },
                Map.of(Readiness.PART, "console"));
    }

    @Test
    void itIsPrintedOncePerStartHoweverOftenTheShellIsReplaced() throws Exception {
        System.setProperty(ReadyLine.PRINTED, "true");
        open(1);
        PARTS.forEach(part -> bind(part, CompletableFuture.completedFuture("up")));
        assertEquals("", text());
    }

    private void open(long atMostMillis) {
        line = new ReadyLine(PARTS, atMostMillis, () -> new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private Readiness bind(String part, CompletableFuture<String> words) {
        Readiness service = () -> words;
        line.bindReadiness(service, Map.of(Readiness.PART, part));
        return service;
    }

    private String text() throws Exception {
        line.printed().toCompletableFuture().get(30, TimeUnit.SECONDS);
        return printed.toString(StandardCharsets.UTF_8);
    }
}
