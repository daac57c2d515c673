package pbx.listeners;

import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.PbxException;
import pbx.api.plugin.Admission;
import pbx.api.plugin.Use;

/** Who is let through to a provider: everybody, until an {@link Admission} says otherwise. From any thread. */
public final class Border {
    private static final Logger log = LoggerFactory.getLogger(Border.class);

    private final AtomicReference<Admission> present = new AtomicReference<>();

    public void set(Admission admission) {
        present.set(admission);
    }

    /** The new one is bound before the old one is unbound: only the same one is forgotten. */
    public void unset(Admission admission) {
        present.compareAndSet(admission, null);
    }

    /** Whether this listener may be bound; if not, the log says so. */
    public boolean admits(ServiceReference<?> listener, Use use) {
        String bundle = listener.getBundle().getSymbolicName();
        boolean admitted = admits(bundle, use);
        if (!admitted) {
            log.warn("{} is denied {}: its listener is told nothing", bundle, use);
        }
        return admitted;
    }

    boolean admits(String bundle, Use use) {
        Admission admission = present.get();
        return admission == null || admission.admits(bundle, use);
    }

    /** Throws DENIED unless {@code bundle} is admitted. */
    void check(String bundle, Use use) {
        if (!admits(bundle, use)) {
            throw new PbxException(
                    PbxException.Reason.DENIED,
                    bundle + " is denied " + use + ": an administrator may allow it (pbx:allow " + bundle + " " + use
                            + ")");
        }
    }
}
