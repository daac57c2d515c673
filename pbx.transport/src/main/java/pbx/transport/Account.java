package pbx.transport;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import pbx.api.AccountId;
import pbx.api.connection.Dialect;

/**
 * A checked configuration.
 *
 * @param id the configuration's own name
 * @param server scheme, host and port; or {@code replay:FILE?speed=N}
 * @param dialect as configured; empty: by the PBX's version
 * @param country ISO 3166, in capitals; empty: numbers are taken as they are
 * @param fault why it cannot be used, in one line that names the setting, what to do, and the file
 */
record Account(
        AccountId id,
        URI server,
        String tenant,
        String extension,
        Credentials credentials,
        Tls tls,
        String useragent,
        Optional<Dialect> dialect,
        Recording recording,
        String country,
        Optional<String> fault) {

    /** From this version on the PBX makes the offer itself: seen on 70.1; 68 and 69 are untested (protocol notes 5.2). */
    private static final int FIRST_MODERN = 69;

    /** What a session's recording keeps. */
    enum Recording {
        OFF,
        MASKED,
        FULL
    }

    /** Never fails: a configuration that cannot be used has a {@link #fault}. */
    static Account of(AccountConfig config, Map<String, Object> properties) {
        return new AccountReader(config, properties).account();
    }

    String label() {
        return extension.isEmpty() || tenant.isEmpty() ? id.value() : extension + "@" + tenant;
    }

    boolean replayed() {
        return "replay".equals(server.getScheme());
    }

    boolean secure() {
        return "https".equals(server.getScheme());
    }

    /** As configured, else as the version says; unknown versions are taken for old ones. */
    Dialect dialect(Optional<String> version) {
        return dialect.orElseGet(() -> version.map(v -> v.replaceAll("\\D.*", ""))
                .filter(major -> !major.isEmpty() && major.length() < 6)
                .filter(major -> Integer.parseInt(major) >= FIRST_MODERN)
                .map(major -> Dialect.MODERN)
                .orElse(Dialect.LEGACY));
    }

    URI rest(String path) {
        return URI.create(server + path.replace("%s", encoded(label())));
    }

    /** Documented: {@code wss://HOST/websocket?domain=DOMAIN&user=EXT}, both values encoded (protocol notes 1.4). */
    URI socket() {
        return URI.create((secure() ? "wss://" : "ws://") + server.getRawAuthority() + "/websocket?domain="
                + encoded(tenant) + "&user=" + encoded(extension));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Whether the same socket serves {@code other}: then a change of the configuration does not reconnect. */
    boolean sameSession(Account other) {
        return server.equals(other.server)
                && tenant.equals(other.tenant)
                && extension.equals(other.extension)
                && credentials.equals(other.credentials)
                && tls.equals(other.tls)
                && fault.equals(other.fault);
    }

    @Override
    public String toString() { // never the password
        return label() + " on " + server;
    }
}
