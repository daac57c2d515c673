package pbx.simulator;

import java.time.InstantSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.simulator.exchange.Exchange;
import pbx.simulator.exchange.LoopThread;
import pbx.simulator.http.Login;
import pbx.webrtc.AudioEngine;

/** The embedded PBX as a component: there as long as {@code conf/pbx.simulator.cfg} is. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "pbx.simulator",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Configuration.class)
public final class Simulator {
    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);

    private final AudioEngine engine;
    private Settings settings;
    private LoopThread loop;
    private Exchange exchange;
    private Login login;
    private Doors doors;

    @Activate
    public Simulator(@Reference AudioEngine engine, Configuration configuration) throws Exception {
        this.engine = engine;
        this.settings = Settings.of(configuration);
        open();
    }

    /** Passwords change at once; other doors close all sockets, though their calls wait; another inside ends all calls. */
    @Modified
    synchronized void modified(Configuration configuration) throws Exception {
        Settings before = settings;
        settings = Settings.of(configuration);
        if (!settings.inside().equals(before.inside())) {
            close();
            open();
            return;
        }
        login.credentials(settings.credentials());
        if (settings.doorway().equals(before.doorway())) {
            doors.openMissing();
        } else {
            doors.close();
            doors = new Doors(settings.doorway(), exchange, login);
        }
    }

    @Deactivate
    synchronized void deactivate() throws Exception {
        close();
    }

    private void open() throws Exception {
        Settings.Inside inside = settings.inside();
        engine.problem().ifPresent(problem -> LOG.warn("calls to the embedded PBX will fail: {}", problem));
        loop = new LoopThread();
        exchange = new Exchange(inside.tenant(), inside.extensions(), engine, loop);
        login = new Login(exchange, settings.credentials(), inside.sessionLife(), InstantSource.system());
        try {
            doors = new Doors(settings.doorway(), exchange, login);
        } catch (Exception failed) {
            exchange.close();
            loop.close();
            throw failed;
        }
    }

    private void close() throws Exception {
        try {
            doors.close();
        } finally {
            exchange.close();
            loop.close();
        }
    }
}
