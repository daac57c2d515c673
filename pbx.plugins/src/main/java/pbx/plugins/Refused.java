package pbx.plugins;

/** A jar may not be run. The message says to a person why. */
final class Refused extends BadPlugin {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }

    Refused(BadPlugin why) {
        super(why.getMessage(), why);
    }
}
