package pbx.simulator;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import pbx.webrtc.AudioEngine;

/** The embedded PBX as a component: there as long as {@code conf/pbx.simulator.cfg} is. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "pbx.simulator",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Configuration.class)
public final class Simulator {
    private final Pbx pbx;

    @Activate
    public Simulator(@Reference AudioEngine engine, Configuration configuration) throws Exception {
        pbx = new Pbx(engine, Settings.of(configuration));
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
