package pbx.settings;

/** A value that its definition refuses. The message goes on after the value, which it does not hold. */
final class WrongValue extends Exception {
    private final String value;

    WrongValue(String value, String message) {
        super(message);
        this.value = value;
    }

    String value() {
        return value;
    }
}
