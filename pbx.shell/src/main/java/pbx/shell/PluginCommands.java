package pbx.shell;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.plugin.Plugin;

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
                new Command("undeploy NAME", this::undeploy));
    }

    private void list(Arguments arguments, Output out) {
        arguments.count(0, 0);
        out.show(platform.plugins().list(), Columns::of, "no plugins");
    }

    private void deploy(Arguments arguments, Output out) {
        Path file = path(arguments.count(1, 1).last());
        Plugin plugin = Stages.result(platform.plugins().deploy(file));
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
