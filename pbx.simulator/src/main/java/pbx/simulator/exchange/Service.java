package pbx.simulator.exchange;

import java.util.Arrays;
import java.util.Optional;

/** The numbers at which the PBX itself is reached, beside groups, queues, rooms, orbits and star codes. */
enum Service {
    ECHO("600", "Echo", 0),
    TONE("601", "440 Hz", 0),
    BUSY("602", "Busy", 486),
    DECLINE("603", "Declines", 603),
    RING("604", "Rings for ever", 0),
    BRIEF("605", "Hangs up after 3 s", 0),
    DIGITS("606", "Says digits back", 0),
    EARLY("607", "Rings in-band, then 440 Hz", 0),
    EMERGENCY("112", "Emergency", 0),
    EMERGENCY_US("911", "Emergency", 0);

    private final String number;
    private final String title;
    private final int refusal;

    Service(String number, String title, int refusal) {
        this.number = number;
        this.title = title;
        this.refusal = refusal;
    }

    static Optional<Service> at(String number) {
        return Arrays.stream(values())
                .filter(service -> service.number.equals(number))
                .findFirst();
    }

    String number() {
        return number;
    }

    String title() {
        return title;
    }

    /** The code with which it refuses every call; 0 if it does not. */
    int refusal() {
        return refusal;
    }

    boolean urgent() {
        return this == EMERGENCY || this == EMERGENCY_US;
    }
}
