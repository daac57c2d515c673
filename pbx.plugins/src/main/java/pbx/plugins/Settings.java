package pbx.plugins;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The configuration, checked.
 *
 * @param folder the deploy folder
 * @param interval between two looks into it
 * @param data the deployer's own folder
 * @param trust who may sign
 * @param denials what plugins may not use
 * @param limits what they may spend
 * @param start how long a start or stop may take
 * @param probation how long a new version is watched
 */
record Settings(
        Path folder,
        Duration interval,
        Path data,
        Trust trust,
        Denials denials,
        Limits limits,
        Duration start,
        Duration probation) {

    /**
     * What a plugin may spend.
     *
     * @param cores share of a processor core; 0 is without limit
     * @param rate bytes allocated in a second; 0 is without limit
     */
    record Limits(double cores, long rate) {
        static final Limits NONE = new Limits(0, 0);
    }

    static Settings of(Configuration configuration) {
        return new Settings(
                Path.of(configuration.folder()),
                Duration.ofMillis(Math.max(20, configuration.interval())),
                Path.of(configuration.data()),
                Trust.of(configuration.signed(), configuration.trust(), configuration._trustPassword()),
                Denials.of(configuration.denied()),
                new Limits(configuration.cores(), configuration.megabytes() * 1_000_000L),
                Duration.ofSeconds(Math.max(1, configuration.startSeconds())),
                Duration.ofSeconds(configuration.probationSeconds()));
    }

    /** Without limits, signatures and denials. */
    static Settings plain(Path folder, Duration interval) {
        return new Settings(
                folder,
                interval,
                folder.resolveSibling("plugins-data"),
                Trust.NOT_ASKED,
                Denials.NONE,
                Limits.NONE,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30));
    }
}
