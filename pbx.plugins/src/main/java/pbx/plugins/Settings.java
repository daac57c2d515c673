package pbx.plugins;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The configuration, checked.
 *
 * @param folder the deploy folder
 * @param interval between two looks into it
 */
record Settings(Path folder, Duration interval) {
    static Settings of(Configuration configuration) {
        return new Settings(Path.of(configuration.folder()), Duration.ofMillis(Math.max(20, configuration.interval())));
    }
}
