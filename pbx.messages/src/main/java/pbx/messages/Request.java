package pbx.messages;

import java.util.Map;

/** One REST request; see {@link pbx.api.connection.Connection#ask}. */
record Request(String method, String path, Map<String, Object> body) {
    static Request get(String path) {
        return new Request("GET", path, Map.of());
    }
}
