package pbx.shell;

import java.util.concurrent.atomic.AtomicReference;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;

/** Holds one service that comes and goes. */
final class Slot<T> {
    private final AtomicReference<T> present = new AtomicReference<>();
    private final String name;

    /** @param name what the user calls the service, for example {@code call control} */
    Slot(String name) {
        this.name = name;
    }

    void set(T service) {
        present.set(service);
    }

    /** A new service is bound before the old one is unbound: only the same one is forgotten. */
    void unset(T service) {
        present.compareAndSet(service, null);
    }

    T get() {
        T service = present.get();
        if (service == null) {
            throw new PbxException(
                    Reason.STOPPED, name + " is not running: try again in a moment, then look for its bundle");
        }
        return service;
    }
}
