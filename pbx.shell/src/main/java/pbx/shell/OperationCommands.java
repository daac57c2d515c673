package pbx.shell;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.access.Role;
import pbx.api.access.Token;

/** Who may use the platform over HTTP, and what to send to whoever helps. */
final class OperationCommands {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Platform platform;

    OperationCommands(Platform platform) {
        this.platform = platform;
    }

    List<Command> all() {
        return List.of(
                new Command("support [FILE]", this::support),
                new Command("token [NAME viewer|operator]", this::token),
                new Command("untoken NAME", this::untoken));
    }

    private void token(Arguments arguments, Output out) {
        List<String> words = arguments.count(0, 2).words();
        if (words.isEmpty()) {
            out.show(platform.tokens().list(), OperationCommands::columns, "no tokens");
        } else {
            Role role = role(arguments.count(2, 2).last());
            String text = platform.tokens().create(words.get(0), role);
            out.show(new Made(words.get(0), role, text), OperationCommands::columns);
        }
    }

    private void untoken(Arguments arguments, Output out) {
        String name = arguments.count(1, 1).last();
        platform.tokens().revoke(name);
        out.show(new Revoked(name), gone -> List.of("the token of " + gone.name() + " is valid no more"));
    }

    private void support(Arguments arguments, Output out) {
        Path file = path(arguments
                .only()
                .orElseGet(() -> "pbx-support-" + STAMP.format(LocalDateTime.now(ZoneId.systemDefault())) + ".zip"));
        Path written = Stages.result(
                platform.support().write(file).toCompletableFuture(), PATIENCE, () -> "it is still being written");
        out.show(new Written(written), w -> List.of(w.file().toString(), "look through it before you send it"));
    }

    private static Path path(String file) {
        try {
            return Path.of(System.getProperty(PluginCommands.STARTED_FROM, ""))
                    .resolve(file)
                    .toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new PbxException(Reason.INVALID, "not a file name: " + file, e);
        }
    }

    private static Role role(String word) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(
                        () -> new PbxException(Reason.INVALID, "a token is a viewer's or an operator's, not " + word));
    }

    private static List<String> columns(Token token) {
        return List.of(token.name(), token.role().name());
    }

    private static List<String> columns(Made made) {
        return List.of(made.name(), made.role().name(), made.token(), "(shown once)");
    }

    private record Made(String name, Role role, String token) {}

    private record Revoked(String name) {}

    private record Written(Path file) {}
}
