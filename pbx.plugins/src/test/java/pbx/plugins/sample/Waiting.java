package pbx.plugins.sample;

/** A component, see the test that writes its description. */
public final class Waiting {
    public Waiting() {
        if (Boolean.getBoolean("pbx.plugins.sample.fail")) {
            throw new IllegalStateException("no configuration");
        }
    }
}
