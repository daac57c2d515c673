package pbx.console.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.apache.felix.webconsole.spi.SecurityProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Content-Security-Policy of the page: should a hostile name ever get through the escaping, it still runs no script. The
 * frame of the Web Console brings scripts of its own inside the page; exactly these are allowed, by their hashes.
 */
public final class ContentPolicy {
    private static final Logger LOG = LoggerFactory.getLogger(ContentPolicy.class);
    private static final String FRAME = "/templates/main_header.html";
    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>(.*?)</script>", Pattern.DOTALL);

    /** The frame's template; null until it is needed. */
    private volatile String frame;

    /**
     * The header's value for a page below {@code appRoot} with the console's {@code label}. The frame's template is read for the first
     * one, where it lies, in the bundle of the Web Console.
     */
    public String header(String appRoot, String label) {
        String known = frame;
        if (known == null) {
            known = read();
            frame = known;
        }
        return header(known, appRoot, label);
    }

    private static String read() {
        try (InputStream template = SecurityProvider.class.getResourceAsStream(FRAME)) {
            if (template != null) {
                return new String(template.readAllBytes(), StandardCharsets.UTF_8);
            }
            LOG.warn("this Web Console has no {}: its menu may not work on our pages", FRAME);
        } catch (IOException problem) {
            LOG.warn("{} cannot be read: the menu may not work on our pages", FRAME, problem);
        }
        return "";
    }

    private static String header(String frame, String appRoot, String label) {
        StringBuilder scripts = new StringBuilder("'self'");
        INLINE_SCRIPT.matcher(frame).results().forEach(script -> scripts.append(" '")
                .append(hash(asServed(script.group(1), appRoot, label)))
                .append("'"));
        return "default-src 'none'; script-src " + scripts
                + "; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
                + " form-action 'self'; base-uri 'none'; frame-ancestors 'self'";
    }

    /** What the console's variables become; browsers hash with plain line feeds. */
    private static String asServed(String script, String appRoot, String label) {
        return script.replace("${appRoot}", appRoot)
                .replace("${head.label}", label)
                .replace("\r\n", "\n");
    }

    static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
