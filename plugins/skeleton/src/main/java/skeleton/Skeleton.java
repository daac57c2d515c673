package skeleton;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.call.CallChange;
import pbx.api.call.CallListener;
import pbx.api.call.CallState;

/** Says who calls. */
@Component(configurationPid = "skeleton")
@Designate(ocd = Configuration.class)
public class Skeleton implements CallListener {
    private static final Logger LOG = LoggerFactory.getLogger(Skeleton.class);

    private final String greeting;

    @Activate
    public Skeleton(Configuration configuration) {
        greeting = configuration.greeting();
    }

    @Override
    public void callChanged(CallChange change) {
        if (change.after().offered() && change.entered(CallState.RINGING)) {
            // strangers choose their names: nothing in them may forge a line of the log
            LOG.info("{}: {}", greeting, change.after().remote().label().replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?"));
        }
    }
}
