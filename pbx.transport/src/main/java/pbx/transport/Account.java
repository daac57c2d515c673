package pbx.transport;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import pbx.api.AccountId;

/**
 * A checked configuration.
 *
 * @param id the configuration's own name
 * @param server scheme, host and port
 * @param fault why it cannot be used, in one line that names the setting, what to do, and the file
 * @param trust the PBX's own certificate, if it is not signed by an authority
 */
record Account(
        AccountId id,
        URI server,
        String tenant,
        String extension,
        String password,
        Optional<Path> trust,
        String useragent,
        Optional<String> fault) {

    private static final URI NOWHERE = URI.create("https://not-configured.invalid");

    /** Never fails: a configuration that cannot be used has a {@link #fault}. */
    static Account of(AccountConfig config, Map<String, Object> properties) {
        AccountId id = new AccountId(name(String.valueOf(properties.get("service.pid"))));
        URI server = NOWHERE;
        String fault = null;
        try {
            required("tenant", config.tenant());
            required("extension", config.extension());
            server = server(config.server());
        } catch (IllegalArgumentException e) {
            fault = e.getMessage() + " (conf/" + AccountConfig.PID + "-" + id + ".cfg)";
        }
        return new Account(
                id,
                server,
                text(config.tenant()),
                text(config.extension()),
                text(config._password()),
                Optional.of(text(config.trust())).filter(t -> !t.isEmpty()).map(Path::of),
                text(config.useragent()),
                Optional.ofNullable(fault));
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    /** {@code pbx.account~demo} is named demo; a configuration made in the console has a generated name. */
    private static String name(String pid) {
        String rest = pid.startsWith(AccountConfig.PID) ? pid.substring(AccountConfig.PID.length()) : pid;
        String name = rest.replaceFirst("^[~.]", "").replace('/', '_').replace(' ', '_');
        return name.isBlank() ? "account" : name;
    }

    private static void required(String setting, String value) {
        if (text(value).isEmpty()) {
            throw new IllegalArgumentException("the setting " + setting + " is empty");
        }
    }

    private static URI server(String text) {
        required("server", text);
        URI uri;
        try {
            uri = URI.create(text(text).replaceFirst("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the setting server is no address; write for example https://pbx.example.com", e);
        }
        if (uri.getHost() == null || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
            throw new IllegalArgumentException(
                    "the setting server must begin with https:// and name a host; write for example"
                            + " https://pbx.example.com");
        }
        if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException("the setting server may hold scheme, host and port only");
        }
        if ("http".equals(uri.getScheme()) && !loopback(uri.getHost())) {
            throw new IllegalArgumentException(
                    "the setting server is plain http to another machine, where anybody on the way could read the"
                            + " password; use https");
        }
        return uri;
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    String label() {
        return extension.isEmpty() || tenant.isEmpty() ? id.value() : extension + "@" + tenant;
    }

    boolean secure() {
        return "https".equals(server.getScheme());
    }

    URI rest(String path) {
        return URI.create(server + path.replace("%s", encoded(label())));
    }

    /** Documented: {@code wss://HOST/websocket?domain=DOMAIN&user=EXT}, both values encoded (protocol notes 1.4). */
    URI socket() {
        return URI.create((secure() ? "wss://" : "ws://") + server.getRawAuthority() + "/websocket?domain="
                + encoded(tenant) + "&user=" + encoded(extension));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Whether the same socket serves {@code other}: then a change of the configuration does not reconnect. */
    boolean sameSession(Account other) {
        return server.equals(other.server)
                && tenant.equals(other.tenant)
                && extension.equals(other.extension)
                && password.equals(other.password)
                && trust.equals(other.trust);
    }

    @Override
    public String toString() { // never the password
        return label() + " on " + server;
    }
}
