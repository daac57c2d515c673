package pbx.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A tenant of 10,000 accounts as texts of the wire. */
final class Tenant10k {
    static final int ACCOUNTS = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Tenant10k() {}

    static String picture() {
        return picture(ACCOUNTS);
    }

    /** Of a smaller one. */
    static String picture(int size) {
        List<Object> accounts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            accounts.add(Map.of(
                    "type",
                    i % 50 == 0 ? "acds" : "extensions",
                    "account",
                    number(i),
                    "name",
                    "First" + i + " Last" + i * 7 % ACCOUNTS,
                    "registered",
                    i % 10 != 0,
                    "dnd",
                    i % 20 == 0,
                    "chatstatus",
                    i % 2 == 0 ? "online" : "offline",
                    "tag",
                    "t" + i));
        }
        return text(Map.of("action", "domain-state", "messages", List.of(), "calls", List.of(), "accounts", accounts));
    }

    /** The {@code stamp}th change: each of the accounts in turn begins or ends a call, for two rounds. */
    static String change(int stamp) {
        return change(stamp, ACCOUNTS);
    }

    /** In a smaller one. */
    static String change(int stamp, int size) {
        String number = number(stamp % size);
        boolean begins = stamp / (2 * size) % 2 == 0;
        return begins
                ? text(Map.of(
                        "action",
                        "user-state",
                        "account",
                        number,
                        "domain",
                        "tenant.example",
                        "registered",
                        true,
                        "dnd",
                        false,
                        "chatstatus",
                        "online",
                        "code",
                        "busy",
                        "calls",
                        List.of(Map.of("from", "\"Alice\" <sip:+15555550199@tenant.example>")),
                        "tag",
                        "" + stamp))
                : text(Map.of(
                        "action",
                        "user-state",
                        "account",
                        number,
                        "domain",
                        "tenant.example",
                        "registered",
                        true,
                        "dnd",
                        false,
                        "chatstatus",
                        "online",
                        "tag",
                        "" + stamp));
    }

    static Map<String, Object> parse(String text) {
        try {
            return JSON.readValue(text, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String number(int i) {
        return "" + (100_000 + i);
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
