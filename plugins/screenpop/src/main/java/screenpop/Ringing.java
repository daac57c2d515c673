package screenpop;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import pbx.api.call.Call;

/** What is told of a call. Number and name are strangers' texts. */
record Ringing(String account, String call, String number, String name, Instant began) {
    private static final Duration FRESH = Duration.ofSeconds(30);

    /** Whether it rang so long before {@code then} that nobody wants to be told of it. */
    boolean stale(Instant then) {
        return then.isAfter(began.plus(FRESH));
    }

    static Ringing of(Call call) {
        return new Ringing(
                call.account().value(),
                call.id().value(),
                call.remote().number(),
                call.remote().name(),
                call.began());
    }

    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("account", account);
        fields.put("call", call);
        fields.put("number", number);
        fields.put("name", name);
        fields.put("began", began.toString());
        return fields;
    }
}
