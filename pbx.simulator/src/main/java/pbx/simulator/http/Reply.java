package pbx.simulator.http;

import com.fasterxml.jackson.databind.node.TextNode;

/**
 * A response.
 *
 * @param body JSON
 * @param cookie the {@code Set-Cookie} header, or empty
 */
record Reply(int status, String body, String cookie) {

    static Reply json(String body) {
        return new Reply(200, body, "");
    }

    static Reply text(String text) {
        return json(TextNode.valueOf(text).toString());
    }

    /** An answer without content but its status. */
    static Reply status(int status) {
        return new Reply(status, "", "");
    }

    Reply with(String newCookie) {
        return new Reply(status, body, newCookie);
    }
}
