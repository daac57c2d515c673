package pbx.simulator.exchange;

import java.util.List;

/** Who sits at which extension. All are invented. */
final class Cast {
    private static final int FIRST = 40;
    private static final List<String> NAMES = List.of(
            "Ada Reception",
            "Carol Sales",
            "Dan Sales",
            "Erin Support",
            "Bob Support",
            "Demo Desk",
            "Frank Lager",
            "Grace Lager",
            "Heidi Labor",
            "Ivan Labor",
            "Judy Büro",
            "Ken Büro",
            "Laura Versand",
            "Mallory Einkauf",
            "Niaj Einkauf",
            "Olivia Leitung",
            "Peggy Leitung",
            "Rupert Werkstatt",
            "Sybil Werkstatt",
            "Trent Empfang");

    private Cast() {}

    static String name(String number) {
        int seat = Integer.parseInt(number) - FIRST;
        return seat >= 0 && seat < NAMES.size() ? NAMES.get(seat) : "Extension " + number;
    }
}
