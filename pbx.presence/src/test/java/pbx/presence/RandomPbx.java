package pbx.presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import pbx.api.connection.Message;
import pbx.api.presence.PresenceState;

/** A tenant whose life is random, and what a PBX would say of it: it knows nothing of how the platform reads that. */
final class RandomPbx {
    private static final String OWN = "501";
    private static final List<String> STATES = List.of("alerting", "connected", "onhold", "holding");

    private final Random random;
    private final Map<String, Account> accounts = new TreeMap<>();
    private final Map<String, Call> calls = new LinkedHashMap<>();
    private int lastId;

    private static final class Account {
        final String number;
        final String type;
        String name;
        boolean registered = true;
        boolean dnd;
        boolean online;

        Account(String number, String type) {
            this.number = number;
            this.type = type;
            this.name = "Name " + number;
        }
    }

    private record Call(String id, String from, String to, String state) {
        boolean involves(String number) {
            return from.equals(number) || to.equals(number);
        }
    }

    RandomPbx(Random random) {
        this.random = random;
        for (int i = 501; i <= 508; i++) {
            add("" + i, "extensions");
        }
        add("300", "acds");
        add("310", "hunts");
        add("320", "conferences");
        add("330", "attendants");
        add("700", "orbits");
        add("701", "orbits");
    }

    private void add(String number, String type) {
        accounts.put(number, new Account(number, type));
    }

    /** Something happens; what is sent of it. */
    List<Message> step() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> begin();
            case 3, 4 -> calls.isEmpty() ? begin() : progress(pick(calls.values()));
            case 5 -> calls.isEmpty() ? change() : end(pick(calls.values()));
            case 6 -> change();
            default -> random.nextInt(5) == 0 ? comeOrGo() : lamp();
        };
    }

    private List<Message> begin() {
        String from = random.nextInt(4) == 0 ? "+1555" + random.nextInt(3) : pick(accounts.keySet());
        String to = random.nextInt(8) == 0 ? "+1777" + random.nextInt(3) : pick(accounts.keySet());
        if (from.equals(to) || calls.size() > 6) {
            return change();
        }
        Call call = new Call("c" + ++lastId, from, to, "alerting");
        calls.put(call.id(), call);
        return news(call);
    }

    private List<Message> progress(Call call) {
        Call next = new Call(call.id(), call.from(), call.to(), STATES.get(random.nextInt(STATES.size())));
        calls.put(call.id(), next);
        return news(next);
    }

    private List<Message> end(Call call) {
        calls.remove(call.id());
        return news(call);
    }

    private List<Message> change() {
        Account account = pick(accounts.values());
        switch (random.nextInt(3)) {
            case 0 -> account.dnd = !account.dnd;
            case 1 -> account.online = !account.online;
            default -> account.registered = !account.registered;
        }
        return List.of(userState(account));
    }

    private List<Message> comeOrGo() {
        String number = "" + (520 + random.nextInt(3));
        if (accounts.remove(number) == null) {
            add(number, "extensions");
        } else {
            calls.values().removeIf(call -> call.involves(number));
        }
        return List.of(picture());
    }

    private List<Message> lamp() {
        String state =
                List.of("idle", "ringing", "busy", "parked", "offline", "odd").get(random.nextInt(6));
        return List.of(Message.of("blf", "extension", pick(accounts.keySet()), "state", state));
    }

    /** Both streams tell it, and both ends, in any order. */
    private List<Message> news(Call call) {
        List<Message> news = new ArrayList<>();
        Stream.of(call.from(), call.to())
                .filter(accounts::containsKey)
                .map(accounts::get)
                .map(this::userState)
                .forEach(news::add);
        news.add(callState());
        if (call.involves(OWN)) {
            news.add(random.nextInt(news.size()), ownCalls());
        }
        accounts.values().stream()
                .filter(a -> a.type.equals("orbits") && call.involves(a.number))
                .forEach(a -> news.add(orbits()));
        return news;
    }

    /** All that the PBX says to a new socket. */
    List<Message> resync() {
        List<Message> all = new ArrayList<>(List.of(orbits(), picture(), callState()));
        if (random.nextBoolean()) {
            all.add(ownCalls());
        }
        return all;
    }

    Message picture() {
        return Message.of(
                "domain-state",
                "accounts",
                accounts.values().stream().map(this::fields).toList(),
                "calls",
                rows(calls.values().stream()));
    }

    private Message userState(Account account) {
        Map<String, Object> fields = fields(account);
        fields.put("action", "user-state");
        return Message.from(fields);
    }

    private Map<String, Object> fields(Account account) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("account", account.number);
        fields.put("type", account.type);
        fields.put("name", account.name);
        fields.put("registered", account.registered);
        fields.put("dnd", account.dnd ? "true" : "false");
        fields.put("chatstatus", account.online ? "online" : "offline");
        List<Map<String, Object>> in = rows(calls.values().stream().filter(c -> c.involves(account.number)));
        if (!in.isEmpty()) {
            fields.put("calls", in);
        }
        return fields;
    }

    private Message callState() {
        return Message.of("call-state", "calls", rows(calls.values().stream()));
    }

    private Message ownCalls() {
        return Message.of("call-state", "calls", ownRows());
    }

    List<Map<String, Object>> ownRows() {
        return rows(calls.values().stream().filter(call -> call.involves(OWN)));
    }

    private Message orbits() {
        return Message.of("orbit-calls", "orbits", orbitRows());
    }

    List<Map<String, Object>> orbitRows() {
        return accounts.values().stream()
                .filter(account -> account.type.equals("orbits"))
                .map(account -> Map.<String, Object>of(
                        "name",
                        account.number,
                        "display",
                        account.name,
                        "calls",
                        rows(calls.values().stream().filter(c -> c.involves(account.number)))))
                .toList();
    }

    private static List<Map<String, Object>> rows(Stream<Call> calls) {
        return calls.map(call -> Map.<String, Object>of(
                        "id", call.id(), "from-number", call.from(), "to-number", call.to(), "state", call.state()))
                .toList();
    }

    /** Number, state, flags and partners of everybody, as it is at the PBX. */
    Map<String, String> truth() {
        Map<String, String> truth = new TreeMap<>();
        accounts.values().forEach(a -> truth.put(a.number, truth(a)));
        return truth;
    }

    private String truth(Account a) {
        List<Call> in =
                calls.values().stream().filter(call -> call.involves(a.number)).toList();
        boolean extension = a.type.equals("extensions");
        PresenceState state = !extension || a.registered ? PresenceState.IDLE : PresenceState.OFFLINE;
        if (!in.isEmpty()) {
            List<String> states = in.stream().map(Call::state).toList();
            state = states.contains("connected")
                    ? PresenceState.TALKING
                    : states.contains("onhold") || states.contains("holding")
                            ? PresenceState.HELD
                            : PresenceState.RINGING;
            state = a.type.equals("orbits") ? PresenceState.HELD : state;
        }
        List<String> with = in.stream()
                .map(call -> call.from().equals(a.number) ? call.to() : call.from())
                .toList();
        return state + " " + (!extension || a.registered) + " " + a.dnd + " " + a.online + " " + a.name + " " + with;
    }

    private <T> T pick(Collection<T> some) {
        return some.stream().skip(random.nextInt(some.size())).findFirst().orElseThrow();
    }
}
