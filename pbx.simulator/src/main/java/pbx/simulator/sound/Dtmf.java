package pbx.simulator.sound;

/** The sixteen keys and their tones (ITU-T Q.23). */
final class Dtmf {
    static final int[] ROWS = {697, 770, 852, 941};
    static final int[] COLUMNS = {1209, 1336, 1477, 1633};
    private static final String KEYS = "123A456B789C*0#D";

    private Dtmf() {}

    static char key(int row, int column) {
        return KEYS.charAt(4 * row + column);
    }

    static Note note(char key, int milliseconds) {
        int at = KEYS.indexOf(key);
        return new Note(ROWS[at / 4], COLUMNS[at % 4], milliseconds);
    }
}
