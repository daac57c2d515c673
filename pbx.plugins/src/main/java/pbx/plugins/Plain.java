package pbx.plugins;

/** File names and messages of plugins come from strangers: in a log line they are one line of visible characters. */
final class Plain {
    private Plain() {}

    static String text(String text) {
        return text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }
}
