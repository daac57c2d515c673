package pbx.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;

/** All commands by name, for whoever reads lines: Gogo and the piped reader run the same ones. */
@Component(service = Commands.class)
public final class Commands {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final String JSON = "--json";

    private final Map<String, Command> commands = new TreeMap<>();

    @Activate
    public Commands(
            @Reference Platform platform,
            @Reference CallWatch calls,
            @Reference PresenceWatch presences,
            @Reference AccountWatch accounts) {
        List<Command> all = new ArrayList<>();
        all.addAll(new AccountCommands(platform).all());
        all.addAll(new CallCommands(platform, calls).all());
        all.addAll(new DeviceCommands(platform).all());
        all.addAll(new PluginCommands(platform).all());
        all.addAll(new ViewCommands(platform).all());
        all.addAll(new OperationCommands(platform).all());
        all.add(new AwaitCommand(calls, presences, accounts).command());
        all.forEach(command -> commands.put(command.name(), command));
    }

    /** Runs one command. An error is printed where the results go; false says that there was one. */
    boolean run(String name, List<String> words, PrintStream stream) {
        try {
            Command command = find(name);
            List<String> arguments =
                    words.stream().filter(word -> !word.equals(JSON)).toList();
            command.action().run(new Arguments(command.usage(), arguments), new Output(stream, words.contains(JSON)));
            return true;
        } catch (PbxException e) {
            Output.error(stream, e);
        } catch (RuntimeException e) {
            LOG.error("the command {} failed", Text.plain(name), e);
            Output.error(stream, new PbxException(Reason.UNSUPPORTED, "an error of the platform, see the log: " + e));
        }
        return false;
    }

    List<String> names() {
        return List.copyOf(commands.keySet());
    }

    private Command find(String name) {
        Command command = commands.get(name);
        if (command == null) {
            throw new PbxException(
                    Reason.INVALID,
                    "unknown command: pbx:" + name + "; there are " + String.join(", ", commands.keySet()));
        }
        return command;
    }
}
