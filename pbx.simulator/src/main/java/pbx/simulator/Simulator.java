package pbx.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import pbx.webrtc.AudioEngine;

/** The embedded PBX as a component: there as long as {@code conf/pbx.simulator.cfg} is. Its service is the shell's command. */
@Component(
        service = Simulator.class,
        property = {"osgi.command.scope=pbx", "osgi.command.function=sim"},
        immediate = true,
        configurationPid = "pbx.simulator",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Configuration.class)
public final class Simulator {
    private static final long PATIENCE_SECONDS = 30;

    private final Pbx pbx;

    @Activate
    public Simulator(@Reference AudioEngine engine, Configuration configuration) throws Exception {
        pbx = new Pbx(engine, Settings.of(configuration));
    }

    /**
     * Scenarios and faults by words, see CONTROL.md; without words, what there is. Waits until it is done.
     *
     * @return one JSON object a line
     * @throws IllegalArgumentException saying what is wrong
     */
    public String sim(String... words) throws Exception {
        try {
            ObjectNode answer = pbx.verbs().run(List.of(words)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return words.length == 0 ? lines(answer) : answer.toString();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    private static String lines(ObjectNode help) {
        StringBuilder lines = new StringBuilder();
        help.path("verbs").forEach(verb -> lines.append("sim ")
                .append(verb.path("usage").asText())
                .append("   ")
                .append(verb.path("does").asText())
                .append('\n'));
        return lines.toString().stripTrailing();
    }

    @Modified
    void modified(Configuration configuration) throws Exception {
        pbx.settings(Settings.of(configuration));
    }

    @Deactivate
    void deactivate() throws Exception {
        pbx.close();
    }
}
