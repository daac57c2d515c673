package pbx.simulator.exchange;

import java.util.List;
import java.util.Optional;

/** From a number to what it leads to: the first plan that knows the number. */
@FunctionalInterface
interface Dialplan {
    Optional<Destination> at(String number);

    static Dialplan of(List<Dialplan> plans) {
        return number ->
                plans.stream().flatMap(plan -> plan.at(number).stream()).findFirst();
    }
}
