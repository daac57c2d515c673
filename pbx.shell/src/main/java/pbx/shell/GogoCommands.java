package pbx.shell;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Offers the commands to the interactive shell, which finds a public method of the same name. */
@Component(
        service = GogoCommands.class,
        property = {
            "osgi.command.scope=pbx",
            "osgi.command.function=accounts",
            "osgi.command.function=act",
            "osgi.command.function=allow",
            "osgi.command.function=deny",
            "osgi.command.function=release",
            "osgi.command.function=rollback",
            "osgi.command.function=view",
            "osgi.command.function=agent",
            "osgi.command.function=answer",
            "osgi.command.function=await",
            "osgi.command.function=busy",
            "osgi.command.function=calls",
            "osgi.command.function=deploy",
            "osgi.command.function=devices",
            "osgi.command.function=dial",
            "osgi.command.function=dnd",
            "osgi.command.function=dtmf",
            "osgi.command.function=hangup",
            "osgi.command.function=hold",
            "osgi.command.function=history",
            "osgi.command.function=merge",
            "osgi.command.function=mute",
            "osgi.command.function=park",
            "osgi.command.function=pickup",
            "osgi.command.function=plugins",
            "osgi.command.function=presence",
            "osgi.command.function=quality",
            "osgi.command.function=record",
            "osgi.command.function=redial",
            "osgi.command.function=reject",
            "osgi.command.function=resume",
            "osgi.command.function=retrieve",
            "osgi.command.function=support",
            "osgi.command.function=token",
            "osgi.command.function=transfer",
            "osgi.command.function=undeploy",
            "osgi.command.function=unmute",
            "osgi.command.function=untoken"
        })
public final class GogoCommands {
    private final Commands commands;

    @Activate
    public GogoCommands(@Reference Commands commands) {
        this.commands = commands;
    }

    public void accounts(String... words) {
        run("accounts", words);
    }

    public void agent(String... words) {
        run("agent", words);
    }

    public void answer(String... words) {
        run("answer", words);
    }

    public void await(String... words) {
        run("await", words);
    }

    public void busy(String... words) {
        run("busy", words);
    }

    public void calls(String... words) {
        run("calls", words);
    }

    public void deploy(String... words) {
        run("deploy", words);
    }

    public void devices(String... words) {
        run("devices", words);
    }

    public void dial(String... words) {
        run("dial", words);
    }

    public void dnd(String... words) {
        run("dnd", words);
    }

    public void dtmf(String... words) {
        run("dtmf", words);
    }

    public void hangup(String... words) {
        run("hangup", words);
    }

    public void hold(String... words) {
        run("hold", words);
    }

    public void history(String... words) {
        run("history", words);
    }

    public void merge(String... words) {
        run("merge", words);
    }

    public void mute(String... words) {
        run("mute", words);
    }

    public void park(String... words) {
        run("park", words);
    }

    public void pickup(String... words) {
        run("pickup", words);
    }

    public void plugins(String... words) {
        run("plugins", words);
    }

    public void presence(String... words) {
        run("presence", words);
    }

    public void quality(String... words) {
        run("quality", words);
    }

    public void record(String... words) {
        run("record", words);
    }

    public void redial(String... words) {
        run("redial", words);
    }

    public void reject(String... words) {
        run("reject", words);
    }

    public void resume(String... words) {
        run("resume", words);
    }

    public void retrieve(String... words) {
        run("retrieve", words);
    }

    public void transfer(String... words) {
        run("transfer", words);
    }

    public void undeploy(String... words) {
        run("undeploy", words);
    }

    public void unmute(String... words) {
        run("unmute", words);
    }

    public void act(String... words) {
        run("act", words);
    }

    public void allow(String... words) {
        run("allow", words);
    }

    public void deny(String... words) {
        run("deny", words);
    }

    public void release(String... words) {
        run("release", words);
    }

    public void rollback(String... words) {
        run("rollback", words);
    }

    public void view(String... words) {
        run("view", words);
    }

    public void support(String... words) {
        run("support", words);
    }

    public void token(String... words) {
        run("token", words);
    }

    public void untoken(String... words) {
        run("untoken", words);
    }

    private void run(String name, String... words) {
        commands.run(name, List.of(words), Output.standard());
    }
}
