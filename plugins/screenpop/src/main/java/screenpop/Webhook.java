package screenpop;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts to a web server; tried again while that is away or busy. Every try carries the same delivery number. */
final class Webhook implements Pop {
    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final String ALGORITHM = "HmacSHA256";

    private final URI where;
    private final String secret;
    private final Duration timeout;
    private final int tries;

    Webhook(URI where, String secret, Duration timeout, int tries) {
        String scheme = String.valueOf(where.getScheme()).toLowerCase(Locale.ROOT);
        if (!Set.of("http", "https").contains(scheme)) {
            throw new IllegalArgumentException(
                    "screenpop, webhook: it must begin with https:// or http://, not " + where);
        }
        this.where = where;
        this.secret = secret;
        this.timeout = timeout;
        this.tries = tries;
    }

    @Override
    public void tell(Ringing call) throws IOException, InterruptedException, GeneralSecurityException {
        String body = json(call);
        String delivery = UUID.randomUUID().toString();
        for (int i = 1; ; i++) {
            try {
                int status = post(body, delivery);
                if (status < 300) {
                    return;
                }
                if (status < 500 && status != 429) {
                    throw new IllegalStateException(where.getHost() + " answers " + status + ": it is not asked again");
                }
                LOG.warn("{} answers {}", where.getHost(), status);
            } catch (IOException e) {
                LOG.warn("{} cannot be reached: {}", where.getHost(), e.toString());
            }
            if (i == tries) {
                throw new IOException(where.getHost() + " was tried " + tries + " times in vain");
            }
            Duration pause = Duration.ofSeconds(1L << (i - 1));
            if (call.stale(Instant.now().plus(pause))) {
                throw new IOException(
                        where.getHost() + " was tried " + i + " times in vain, until it rang too long ago");
            }
            Thread.sleep(pause.toMillis());
        }
    }

    private int post(String body, String delivery) throws IOException, GeneralSecurityException {
        HttpURLConnection connection = (HttpURLConnection) where.toURL().openConnection();
        connection.setConnectTimeout((int) timeout.toMillis());
        connection.setReadTimeout((int) timeout.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty("X-Pbx-Delivery", delivery);
        connection.setRequestProperty("X-Pbx-Timestamp", timestamp);
        if (!secret.isEmpty()) {
            connection.setRequestProperty("X-Pbx-Signature", "sha256=" + signature(timestamp + "." + body));
        }
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    private String signature(String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String json(Ringing call) {
        return call.fields().entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + quoted(field.getValue()))
                .collect(Collectors.joining(",", "{\"event\":\"ringing\",", "}"));
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < ' ' || c == 0x7f) {
                out.append("\\u%04x".formatted(c));
            } else {
                out.append((char) c);
            }
        });
        return out.append('"').toString();
    }
}
