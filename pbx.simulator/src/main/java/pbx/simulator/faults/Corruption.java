package pbx.simulator.faults;

import java.util.Random;

/** Makes something of a frame that nobody meant. The result is text still, for the WebSocket itself is sound. */
final class Corruption {
    private static final String SPICE = "{}[]\",:\\ \u0000\uFFFD0xtrue";

    private Corruption() {}

    static String of(String frame, Random random) {
        StringBuilder text = new StringBuilder(frame);
        for (int change = random.nextInt(3); change >= 0 && !text.isEmpty(); change--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, SPICE.charAt(random.nextInt(SPICE.length())));
                case 1 -> text.deleteCharAt(at);
                default -> text.setLength(at);
            }
        }
        return text.toString();
    }
}
