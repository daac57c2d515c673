package pbx.simulator.exchange;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pbx.simulator.wire.Wire;

/**
 * Everybody's calls, to those who asked for them. The frame is always the whole list, so with many calls and many watchers it is
 * sent less often: a few at once, thousands every few seconds. Who is in none of the calls is sent the same text as others.
 */
final class DomainCalls {
    private static final long AT_ONCE = 500;
    private static final long PER_MILLISECOND = 50;
    private static final long LONGEST_MS = 5_000;

    private final Tenant tenant;
    private final Loop loop;
    private final Map<Call, String> rows = new LinkedHashMap<>();
    private final Map<Phone, String> shown = new HashMap<>();
    private String strangers = "[]";
    private boolean waiting;

    DomainCalls(Tenant tenant, Loop loop) {
        this.tenant = tenant;
        this.loop = loop;
    }

    void changed(List<Call> changed) {
        for (Call call : changed) {
            if (call.live()) {
                rows.put(call, CallView.ofStrangers(call).json().toString());
            } else {
                rows.remove(call);
            }
        }
        strangers = "";
        if (!waiting) {
            flushInTime();
        }
    }

    private void flushInTime() {
        List<Phone> watchers =
                tenant.phones().stream().filter(Phone::domainCalls).toList();
        long cost = (long) rows.size() * watchers.size();
        if (cost <= AT_ONCE) {
            watchers.forEach(this::update);
        } else {
            waiting = true;
            loop.after(Duration.ofMillis(Math.min(LONGEST_MS, cost / PER_MILLISECOND)), this::flush);
        }
    }

    private void flush() {
        waiting = false;
        tenant.phones().stream().filter(Phone::domainCalls).forEach(this::update);
    }

    private void update(Phone phone) {
        String frame = Wire.callState(list(phone));
        if (!frame.equals(shown.put(phone, frame))) {
            phone.send(frame);
        }
    }

    void show(Phone phone) {
        String frame = Wire.callState(list(phone));
        shown.put(phone, frame);
        phone.send(frame);
    }

    void forget(Phone phone) {
        shown.remove(phone);
    }

    /** A JSON array. */
    String list(Phone phone) {
        List<Call> own = phone.account().calls();
        if (!own.isEmpty()) {
            StringBuilder text = new StringBuilder();
            rows.forEach((call, row) -> text.append(',')
                    .append(own.contains(call) ? CallView.at(call, phone).json().toString() : row));
            return array(text);
        }
        if (strangers.isEmpty()) {
            StringBuilder text = new StringBuilder();
            rows.values().forEach(row -> text.append(',').append(row));
            strangers = array(text);
        }
        return strangers;
    }

    /** @param items with a comma before each */
    private static String array(StringBuilder items) {
        return items.isEmpty() ? "[]" : items.replace(0, 1, "[").append(']').toString();
    }
}
