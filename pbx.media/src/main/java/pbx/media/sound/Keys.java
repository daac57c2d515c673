package pbx.media.sound;

/** The keys and their tones, ITU-T Q.23. */
final class Keys {
    /** Row by row. */
    static final String ALL = "123A456B789C*0#D";

    static final int[] ROWS = {697, 770, 852, 941};
    static final int[] COLUMNS = {1209, 1336, 1477, 1633};

    private Keys() {}
}
