package pbx.simulator.exchange;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the PBX speaks, to everybody or to one extension. May be changed at any time from any thread; holds for calls that begin
 * after.
 */
public final class Dialects {
    private final Map<String, Dialect> exceptions = new ConcurrentHashMap<>();
    private volatile Dialect everybody = Dialect.LEGACY;
    private volatile boolean ownCallids;
    private volatile boolean finalSdp;

    Dialects() {}

    /** The dialect of everybody for whom no other was set. */
    public Dialect dialect() {
        return everybody;
    }

    /** For everybody, without exception. */
    public void dialect(Dialect dialect) {
        exceptions.clear();
        everybody = dialect;
    }

    public Dialect dialect(String extension) {
        return exceptions.getOrDefault(extension, everybody);
    }

    /** For one extension, until it is set for everybody. */
    public void dialect(String extension, Dialect dialect) {
        exceptions.put(extension, dialect);
    }

    boolean ownCallids() {
        return ownCallids;
    }

    /** Test mode: the PBX puts an id of its own ({@code @pbx}) in the place of the client's, from its first flat sdp on. */
    public void ownCallids(boolean on) {
        ownCallids = on;
    }

    boolean finalSdp() {
        return finalSdp;
    }

    /** In the modern dialect: pick-up is told by a flat sdp with code 200 too, not only by {@code call-state}. Off at first. */
    public void finalSdp(boolean on) {
        finalSdp = on;
    }
}
