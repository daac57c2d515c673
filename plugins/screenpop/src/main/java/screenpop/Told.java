package screenpop;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import pbx.api.call.CallId;

/** The calls that were told and have not ended; of too many the oldest is forgotten. From any thread. */
final class Told {
    private static final int MOST = 1000;

    private final Set<CallId> calls = new LinkedHashSet<>();

    /** False: it was told already. */
    synchronized boolean add(CallId call) {
        boolean first = calls.add(call);
        if (calls.size() > MOST) {
            Iterator<CallId> oldest = calls.iterator();
            oldest.next();
            oldest.remove();
        }
        return first;
    }

    synchronized void remove(CallId call) {
        calls.remove(call);
    }
}
