package probe;

/** What is to be measured: {@code setup CALLS WARMUP PAUSE}, {@code soak CALLS ACCOUNTS} or {@code talk CALLS SECONDS}. */
interface Scenario {
    /** How many accounts it needs. */
    int accounts();

    void run(Probe probe) throws Exception;

    static Scenario of(String text) {
        String[] words = text.split(" ", -1);
        return switch (words[0]) {
            case "setup" ->
                new Setup(Integer.parseInt(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]));
            case "talk" -> new Talk(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "soak" -> new Soak(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            default -> throw new IllegalArgumentException("no scenario: " + text);
        };
    }
}
