package pbx.transport;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.AccountId;
import pbx.api.connection.Dialect;
import pbx.api.settings.Secret;

/** Reads and checks one configuration of {@link AccountConfig}. */
final class AccountReader {
    private static final Logger log = LoggerFactory.getLogger(VodiaConnection.class);
    private static final URI NOWHERE = URI.create("https://not-configured.invalid");

    private static final Credentials NOTHING = new Credentials.Password("");

    private final AccountConfig config;
    private final AccountId id;
    /** Where a person finds it, if it is anywhere. */
    private final String place;

    AccountReader(AccountConfig config, Map<String, Object> properties) {
        Optional<String> name =
                Optional.ofNullable(properties.get("service.pid")).map(pid -> name(pid.toString()));
        this.config = config;
        this.id = new AccountId(name.orElse("test"));
        this.place =
                name.map(n -> " (conf/" + AccountConfig.PID + "-" + n + ".cfg)").orElse("");
    }

    Account account() {
        try {
            required("tenant", config.tenant());
            required("extension", config.extension());
            URI server = server(text(config.server()));
            Credentials credentials = credentials();
            if (exposed(server)) {
                exposed(credentials);
            }
            if (!"replay".equals(server.getScheme()) && credentials.equals(NOTHING)) {
                throw new IllegalArgumentException(
                        "the setting .password is empty; write the extension's web password, or use a token");
            }
            Tls tls = Tls.of(text(config.trust()), text(config.pin()));
            return account(server, credentials, tls, dialect(), recording(), country(), Optional.empty());
        } catch (IllegalArgumentException e) {
            Optional<String> fault = Optional.of(e.getMessage() + place);
            return account(NOWHERE, NOTHING, Tls.of("", ""), Optional.empty(), Account.Recording.OFF, "", fault);
        }
    }

    private Account account(
            URI server,
            Credentials credentials,
            Tls tls,
            Optional<Dialect> dialect,
            Account.Recording recording,
            String country,
            Optional<String> fault) {
        return new Account(
                id,
                server,
                text(config.tenant()),
                text(config.extension()),
                credentials,
                tls,
                text(config.useragent()),
                dialect,
                recording,
                country,
                fault);
    }

    static String text(String value) {
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
            uri = URI.create(text.replaceFirst("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the setting server is no address; write for example https://pbx.example.com", e);
        }
        if ("replay".equals(uri.getScheme())) {
            return uri;
        }
        if (uri.getHost() == null || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
            throw new IllegalArgumentException(
                    "the setting server must begin with https:// and name a host; write for example"
                            + " https://pbx.example.com");
        }
        if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException("the setting server may hold scheme, host and port only");
        }
        return uri;
    }

    /** Whether what is sent there can be read on the way. */
    private static boolean exposed(URI uri) {
        return "http".equals(uri.getScheme()) && !loopback(uri.getHost());
    }

    /** The password's MD5 is as good as the password: it never goes over an open wire, whatever is set. */
    private void exposed(Credentials credentials) {
        if (!config.insecure()
                || credentials instanceof Credentials.Password
                || credentials instanceof Credentials.Admin) {
            throw new IllegalArgumentException(
                    "the setting server is plain http to another machine, where anybody on the way could read the"
                            + " password; use https (a token login may be allowed with insecure=true)");
        }
        log.warn(
                "account {}: insecure=true: everything said with {} can be read and changed on the way",
                id,
                text(config.server()));
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private Credentials credentials() {
        if (!text(config.token_url()).isEmpty()) {
            return new Credentials.Broker(
                    broker(text(config.token_url())), secret("tokenSecret", config._tokenSecret()));
        }
        if (!text(config.token_command()).isEmpty()) {
            return new Credentials.Command(List.of(text(config.token_command()).split("\\s+")));
        }
        if (text(config.admin()).isEmpty()) {
            return new Credentials.Password(secret("password", config._password()));
        }
        if (!config.node()) {
            throw new IllegalArgumentException(
                    "the setting admin needs node=true, for these credentials open every extension of the PBX: use them"
                            + " on a server only, and a token broker elsewhere");
        }
        log.warn("account {} logs in with the PBX's system administrator: keep this machine as safe as the PBX", id);
        return new Credentials.Admin(text(config.admin()), secret("adminPassword", config._adminPassword()));
    }

    /** Itself, or what its reference leads to. */
    private static String secret(String setting, String value) {
        try {
            return Secret.reveal(text(value));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the setting ." + setting + " " + e.getMessage(), e);
        }
    }

    private URI broker(String url) {
        String filled = url.replace("{user}", Account.encoded(text(config.extension())))
                .replace("{domain}", Account.encoded(text(config.tenant())));
        URI uri;
        try {
            uri = URI.create(filled);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the setting token.url is no address", e);
        }
        boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        if (!http || uri.getHost() == null || exposed(uri)) {
            throw new IllegalArgumentException("the setting token.url must begin with https:// and name a host");
        }
        return uri;
    }

    private Optional<Dialect> dialect() {
        String word = text(config.dialect()).toUpperCase(Locale.ROOT);
        return word.isEmpty() || "AUTO".equals(word)
                ? Optional.empty()
                : Optional.of(word(Dialect.class, "dialect", word, "auto, legacy or modern"));
    }

    private String country() {
        String country = text(config.country()).toUpperCase(Locale.ROOT);
        if (!country.isEmpty() && !Set.of(Locale.getISOCountries()).contains(country)) {
            throw new IllegalArgumentException(
                    "the setting country is no country; write its two letters, for example DE, or leave it empty");
        }
        return country;
    }

    private Account.Recording recording() {
        String word = text(config.record()).toUpperCase(Locale.ROOT);
        return word.isEmpty()
                ? Account.Recording.OFF
                : word(Account.Recording.class, "record", word, "off, masked or full");
    }

    private static <E extends Enum<E>> E word(Class<E> type, String setting, String word, String words) {
        try {
            return Enum.valueOf(type, word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the setting " + setting + " must be " + words, e);
        }
    }
}
