package pbx.itest.plugin;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** A component that cannot be made. Nobody enables it but a test. */
@Component(service = Failing.class, immediate = true, enabled = false)
public final class Failing {
    public static final String WHY = "deliberate: the screen pop found no browser";

    @Activate
    public Failing() {
        throw new IllegalStateException(WHY);
    }
}
