package pbx.plugins;

/** A jar cannot be run. The message says to a person why, and what to do. */
class BadPlugin extends Exception {
    private static final long serialVersionUID = 1L;

    BadPlugin(String message) {
        super(message);
    }

    BadPlugin(String message, Throwable cause) {
        super(message, cause);
    }
}
