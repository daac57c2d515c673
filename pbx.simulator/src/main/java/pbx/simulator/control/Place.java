package pbx.simulator.control;

import java.util.regex.Pattern;
import pbx.simulator.exchange.Exchange;

/** Where a name such as {@code 45} or {@code 45@tenant} leads. */
record Place(Exchange exchange, String number) {
    private static final Pattern OUTSIDE = Pattern.compile("\\+?\\d{3,20}");

    static Place of(Plant plant, String name) {
        int at = name.lastIndexOf('@');
        if (at < 0) {
            return new Place(plant.tenants().get(0), name);
        }
        String domain = name.substring(at + 1);
        return plant.tenants().stream()
                .filter(tenant -> tenant.domain().equals(domain))
                .findFirst()
                .map(tenant -> new Place(tenant, name.substring(0, at)))
                .orElseThrow(() -> new IllegalArgumentException("there is no tenant " + domain));
    }

    boolean known() {
        return exchange.knows(number);
    }

    Place require() {
        if (!known()) {
            throw new IllegalArgumentException("there is no extension " + number + " in " + exchange.domain());
        }
        return this;
    }

    /** The number of somebody outside. */
    String outside() {
        if (!OUTSIDE.matcher(number).matches()) {
            throw new IllegalArgumentException(
                    number + " is neither an extension nor a number outside, such as +4930123456");
        }
        return number;
    }
}
