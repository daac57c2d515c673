package pbx.messages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text of the PBX or the user inside an address. */
final class Url {
    private Url() {}

    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
