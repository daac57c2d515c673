package pbx.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import pbx.simulator.exchange.Numbers;
import pbx.simulator.http.Credentials;

/** The configuration, read and checked. */
record Settings(Inside inside, Doorway doorway, Credentials credentials) {

    /** What cannot change without ending all calls. */
    record Inside(String tenant, List<String> extensions, Duration sessionLife) {}

    /** What cannot change without closing all sockets. */
    record Doorway(String host, int httpPort, int httpsPort, String version, Path directory, Duration idle) {}

    /** @throws IllegalArgumentException saying which setting is wrong */
    static Settings of(Configuration from) {
        return new Settings(
                new Inside(
                        text("tenant", from.tenant()),
                        Numbers.parse(text("extensions", from.extensions())),
                        seconds("sessionSeconds", from.sessionSeconds())),
                new Doorway(
                        text("host", from.host()),
                        port("httpPort", from.httpPort()),
                        port("httpsPort", from.httpsPort()),
                        text("version", from.version()),
                        Path.of(text("directory", from.directory())),
                        seconds("idleSeconds", from.idleSeconds())),
                new Credentials(
                        orEmpty(from._password()), text("admin", from.admin()), orEmpty(from._adminPassword())));
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
