package pbx.itest.plugin;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import pbx.api.call.CallChange;
import pbx.api.call.CallListener;
import pbx.api.call.CallState;

/** Says which calls it has been told of, and how they stand. */
public final class Witness implements CallListener, Supplier<String> {
    private final Map<String, String> calls = new ConcurrentHashMap<>();

    @Override
    public void callChanged(CallChange change) {
        if (change.after().state() == CallState.ENDED) {
            calls.remove(change.after().id().toString());
        } else {
            calls.put(change.after().id().toString(), change.after().toString());
        }
    }

    @Override
    public String get() {
        return new TreeMap<>(calls).toString();
    }
}
