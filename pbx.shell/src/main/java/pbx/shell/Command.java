package pbx.shell;

/**
 * One command.
 *
 * @param usage its line of help; begins with its name
 * @param action what it does
 */
record Command(String usage, Action action) {

    /** What a command does. It may block; a failure MUST be a {@link pbx.api.PbxException}. */
    @FunctionalInterface
    interface Action {
        void run(Arguments arguments, Output out);
    }

    String name() {
        return usage.split(" ", 2)[0];
    }
}
