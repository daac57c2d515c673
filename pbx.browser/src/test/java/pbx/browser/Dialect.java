package pbx.browser;

/** How the embedded PBX speaks, and with it the page. */
enum Dialect {
    LEGACY,
    MODERN;

    /** As configurations and pages have it. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
