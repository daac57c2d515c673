package pbx.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs the program that prints a login token: no shell, no input, bounded in time and output. */
final class TokenCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST = 4096;

    private TokenCommand() {}

    static CompletableFuture<String> run(Credentials.Command command, Account account) {
        CompletableFuture<String> printed = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        printed.complete(output(command, account));
                    } catch (IOException e) {
                        printed.completeExceptionally(Tokens.refused(
                                account,
                                "the token command cannot be run (" + e.getMessage() + "); check token.command"));
                    } catch (RuntimeException e) {
                        printed.completeExceptionally(e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "pbx-transport-token");
        thread.setDaemon(true);
        thread.start();
        return printed;
    }

    private static String output(Credentials.Command command, Account account)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command.words());
        builder.environment().put("PBX_USER", account.extension());
        builder.environment().put("PBX_DOMAIN", account.tenant());
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            process.getOutputStream().close();
            CompletableFuture<Boolean> inTime = process.onExit()
                    .thenApply(ended -> true)
                    .completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            var unused = inTime.thenAccept(ended -> {
                if (!ended) {
                    process.destroyForcibly(); // which ends the reading below
                }
            });
            byte[] bytes = process.getInputStream().readNBytes(MOST);
            if (!inTime.join()) {
                throw Tokens.refused(account, "the token command took longer than " + PATIENCE.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw Tokens.refused(account, "the token command failed with exit code " + process.exitValue());
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
        }
    }
}
