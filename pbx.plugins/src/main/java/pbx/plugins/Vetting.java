package pbx.plugins;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import pbx.api.plugin.Use;

/** Decides whether a jar may run at all. */
final class Vetting {
    private final Permissions permissions;
    /** By SHA-256 of the jar. */
    private final Map<String, String> signers = new ConcurrentHashMap<>();

    private volatile Trust trust;

    Vetting(Trust trust, Permissions permissions) {
        this.trust = trust;
        this.permissions = permissions;
    }

    /** Those who are trusted now may be others. */
    void configure(Trust next) {
        trust = next;
        signers.clear();
    }

    void check(PluginJar jar) throws Refused {
        if (trust.required()) {
            try {
                signers.put(jar.hash(), new SignedJar(jar.copy(), trust).signer());
            } catch (BadPlugin e) {
                throw new Refused(e);
            }
        }
        Set<String> denied = Uses.unrefusable(jar.services(), permissions.denied(jar.name()));
        if (!denied.isEmpty()) {
            throw new Refused("it wants " + String.join(", ", denied) + ", which it is denied: pbx:allow " + jar.name()
                    + " " + Uses.of(denied).stream().map(Use::name).collect(Collectors.joining(" or "))
                    + ", if that is meant");
        }
    }

    Optional<String> signer(PluginJar jar) {
        return Optional.ofNullable(signers.get(jar.hash()));
    }
}
