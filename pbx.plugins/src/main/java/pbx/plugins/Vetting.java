package pbx.plugins;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
        // one connection serves everybody, so that it cannot be refused to one consumer
        if (jar.services().contains("Connection")
                && permissions.denied(jar.name()).contains(Use.CONNECTION)) {
            throw new Refused("it wants the PBX's connection itself, which it is denied: pbx:allow " + jar.name()
                    + " CONNECTION, if that is meant");
        }
    }

    Optional<String> signer(PluginJar jar) {
        return Optional.ofNullable(signers.get(jar.hash()));
    }
}
