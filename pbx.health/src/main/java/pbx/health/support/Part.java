package pbx.health.support;

import java.io.IOException;

/**
 * One file of the bundle.
 *
 * @param name its name in the zip
 */
record Part(String name, Source source) {
    /** Where it comes from. */
    @FunctionalInterface
    interface Source {
        String text() throws IOException;
    }

    /** What cannot be had is told in its place: the rest is worth having. */
    String text() {
        try {
            return source.text();
        } catch (IOException | RuntimeException e) {
            return "cannot be told: " + e + "\n";
        }
    }
}
