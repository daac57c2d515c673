package pbx.simulator.office;

import java.util.List;
import pbx.simulator.control.ScriptedPhone;
import pbx.simulator.exchange.Exchange;

/** Customers. The numbers are kept free for stories. */
final class Strangers {
    private static final List<String> NAMES =
            List.of("Alice Example", "Otto Muster", "Yara Sample", "Jean Exemple", "Marta Ejemplo");

    private static final String PREFIX = "+1555555010";

    private final Exchange exchange;
    private int next;

    Strangers(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Whether it is the number of one of them. */
    boolean know(String number) {
        return number.startsWith(PREFIX);
    }

    /** The next customer lifts a receiver. */
    ScriptedPhone next(ScriptedPhone.Listener listener) {
        int who = next++ % NAMES.size();
        return ScriptedPhone.outside(exchange, PREFIX + who, NAMES.get(who), listener);
    }
}
