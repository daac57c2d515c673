package pbx.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pbx.simulator.exchange.Dialect;
import pbx.simulator.exchange.Numbers;
import pbx.simulator.http.Credentials;

/** The configuration, read and checked. */
public record Settings(
        Inside inside,
        Doorway doorway,
        Credentials credentials,
        Identification shown,
        OfficeHours office,
        Remote remote) {

    /** What cannot change without ending all calls. */
    public record Inside(List<Domain> tenants, boolean audio, Duration sessionLife) {}

    /** One tenant. */
    public record Domain(String name, List<String> extensions) {}

    /** What cannot change without closing all sockets. */
    public record Doorway(String host, int httpPort, int httpsPort, Path directory, Duration idle) {}

    /** As what the PBX shows itself. */
    public record Identification(Dialect dialect, String version) {
        /** The {@code Server} header. */
        String server() {
            return "PBX/" + (version.isEmpty() ? dialect.version() : version);
        }
    }

    /** The demo office. */
    public record OfficeHours(boolean open, List<String> seats, String rings, long seed) {}

    /** Control over HTTP. */
    public record Remote(boolean open, String token) {
        /** Never shows the token. */
        @Override
        public String toString() {
            return "Remote[open=" + open + "]";
        }
    }

    /** @throws IllegalArgumentException saying which setting is wrong */
    public static Settings of(Configuration from) {
        return new Settings(
                new Inside(tenants(from), from.audio(), seconds("sessionSeconds", from.sessionSeconds())),
                new Doorway(
                        text("host", from.host()),
                        port("httpPort", from.httpPort()),
                        port("httpsPort", from.httpsPort()),
                        Path.of(text("directory", from.directory())),
                        seconds("idleSeconds", from.idleSeconds())),
                new Credentials(orEmpty(from._password()), text("admin", from.admin()), orEmpty(from._adminPassword())),
                new Identification(dialect(from.dialect()), orEmpty(from.version())),
                new OfficeHours(
                        from.demo(),
                        numbers("demoExtensions", text("demoExtensions", from.demoExtensions())),
                        orEmpty(from.demoRings()),
                        from.demoSeed()),
                new Remote(from.control(), orEmpty(from._controlToken())));
    }

    private static Dialect dialect(String name) {
        return switch (orEmpty(name)) {
            case "legacy" -> Dialect.LEGACY;
            case "modern" -> Dialect.MODERN;
            default -> throw new IllegalArgumentException("dialect is legacy or modern, not " + name);
        };
    }

    private static List<Domain> tenants(Configuration from) {
        List<Domain> tenants = new ArrayList<>();
        tenants.add(new Domain(
                text("tenant", from.tenant()), numbers("extensions", text("extensions", from.extensions()))));
        for (String other : from.otherTenants()) {
            String[] parts = other.split("=", 2);
            if (parts.length < 2 || parts[0].isBlank()) {
                throw new IllegalArgumentException("otherTenants: write it like second.example=70-79, not " + other);
            }
            String name = parts[0].strip();
            if (tenants.stream().anyMatch(tenant -> tenant.name().equals(name))) {
                throw new IllegalArgumentException("otherTenants: there is a tenant " + name + " already");
            }
            tenants.add(new Domain(name, numbers("otherTenants", parts[1])));
        }
        return tenants;
    }

    private static List<String> numbers(String setting, String text) {
        try {
            return Numbers.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(setting + ": " + wrong.getMessage(), wrong);
        }
    }

    private static String text(String setting, String value) {
        if (orEmpty(value).isBlank()) {
            throw new IllegalArgumentException(setting + " is empty: set it in conf/pbx.simulator.cfg");
        }
        return value.strip();
    }

    private static int port(String setting, int value) {
        if (value < -1 || value > 65_535) {
            throw new IllegalArgumentException(setting + " must be -1 to 65535, not " + value);
        }
        return value;
    }

    private static Duration seconds(String setting, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(setting + " must be 1 or more, not " + value);
        }
        return Duration.ofSeconds(value);
    }

    private static String orEmpty(String value) {
        return Optional.ofNullable(value).orElse("");
    }
}
