package pbx.callcontrol;

import java.util.Map;

/**
 * A question to the PBX over REST.
 *
 * @param path as {@link pbx.api.connection.Connection#ask} takes it
 */
record Request(String method, String path, Map<String, Object> body) {}
