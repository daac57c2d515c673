package pbx.console.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.apache.felix.webconsole.spi.SecurityProvider;
import org.junit.jupiter.api.Test;

/** Against the Web Console that is really used: another version with another frame is noticed here. */
class ContentPolicyTest {
    private final String header = new ContentPolicy().header("/system/console", "pbx");

    @Test
    void allowsTheInlineScriptsOfTheFrameByHashAndNoOthers() throws Exception {
        String scripts = header.replaceAll(".*script-src ([^;]*);.*", "$1");
        assertEquals(3, scripts.split(" ").length, scripts);
        assertFalse(scripts.contains("unsafe"), scripts);
        assertTrue(scripts.contains(hash(firstScript())), scripts);
    }

    @Test
    void allowsNothingThatIsNotNamed() {
        assertTrue(header.startsWith("default-src 'none';"), header);
        assertTrue(header.contains("frame-ancestors 'self'"), header);
    }

    /** Cut out by hand, not by the pattern under test. */
    private static String firstScript() throws Exception {
        try (var in = SecurityProvider.class.getResourceAsStream("/templates/main_header.html")) {
            String template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String open = "<script type=\"text/javascript\">";
            int begin = template.indexOf(open) + open.length();
            return template.substring(begin, template.indexOf("</script>", begin))
                    .replace("${appRoot}", "/system/console")
                    .replace("${head.label}", "pbx")
                    .replace("\r", "");
        }
    }

    private static String hash(String script) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
