package pbx.shell;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.plugin.Plugin;
import pbx.api.plugin.Use;

/** What is deployed. */
final class PluginCommands {
    /** System property: the directory that the user started from; a FILE is meant relative to it. */
    static final String STARTED_FROM = "pbx.cwd";

    private final Platform platform;

    PluginCommands(Platform platform) {
        this.platform = platform;
    }

    List<Command> all() {
        return List.of(
                new Command("plugins", this::list),
                new Command("deploy FILE", this::deploy),
                new Command("undeploy NAME", this::undeploy),
                new Command(
                        "rollback NAME", (words, out) -> show(platform.plugins().rollBack(only(words)), out)),
                new Command(
                        "release NAME", (words, out) -> show(platform.plugins().release(only(words)), out)),
                new Command("allow NAME USE", (words, out) -> allow(words, out, true)),
                new Command("deny NAME USE", (words, out) -> allow(words, out, false)));
    }

    private void list(Arguments arguments, Output out) {
        arguments.count(0, 0);
        out.show(platform.plugins().list(), Columns::of, "no plugins");
    }

    private void deploy(Arguments arguments, Output out) {
        Path file = path(arguments.count(1, 1).last());
        show(platform.plugins().deploy(file), out);
    }

    private void allow(Arguments arguments, Output out, boolean allowed) {
        List<String> words = arguments.count(2, 2).words();
        show(platform.plugins().allow(words.get(0), use(words.get(1)), allowed), out);
    }

    private static Use use(String word) {
        return Arrays.stream(Use.values())
                .filter(use -> use.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new PbxException(
                        Reason.INVALID, "there is no use " + word + "; there are " + Arrays.toString(Use.values())));
    }

    private static String only(Arguments arguments) {
        return arguments.count(1, 1).last();
    }

    /** What does not run is an error of the command that should have made it run. */
    private static void show(CompletionStage<Plugin> asked, Output out) {
        Plugin plugin = Stages.result(asked);
        if (plugin.state() == Plugin.State.FAILED) {
            throw new PbxException(
                    Reason.INVALID,
                    plugin.file() + " does not run: " + plugin.problem().orElse(""));
        }
        out.show(plugin, Columns::of);
    }

    private void undeploy(Arguments arguments, Output out) {
        String name = arguments.count(1, 1).last();
        Stages.result(platform.plugins().undeploy(name));
        out.show(new Undeployed(name), gone -> List.of(gone.name() + " is undeployed"));
    }

    private static Path path(String file) {
        try {
            return Path.of(System.getProperty(STARTED_FROM, "")).resolve(file).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new PbxException(Reason.INVALID, "not a file name: " + file, e);
        }
    }

    private record Undeployed(String name) {}
}
