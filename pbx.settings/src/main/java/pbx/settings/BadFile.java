package pbx.settings;

/** A file nothing can be read from. The message goes on after the file's name, and holds no value. */
final class BadFile extends Exception {
    BadFile(String message) {
        super(message);
    }
}
