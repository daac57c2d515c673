package pbx.settings;

import java.util.List;
import java.util.Map;

/** Nobody sends a stored secret to a place of his choice: the console's form of an account has the same rule. */
final class StoredSecrets {
    private static final String ACCOUNT = "pbx.account";
    private static final String SERVER = "server";

    private StoredSecrets() {}

    /** Those that would go to another server than they were typed for, and must be typed anew. */
    static List<String> led(String pid, Map<String, Object> former, Map<String, String> changes) {
        String server = changes.get(SERVER);
        if (!pid.equals(ACCOUNT) || server == null || server.equals(former.get(SERVER))) {
            return List.of();
        }
        return former.keySet().stream()
                .filter(key -> key.startsWith(".") && !changes.containsKey(key))
                .filter(key -> !Texts.of(former.get(key)).isEmpty())
                .sorted()
                .toList();
    }
}
