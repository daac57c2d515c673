package pbx.simulator.office;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** How long people take, and what they choose. */
final class Habits {
    private final Random random;

    Habits(Random random) {
        this.random = random;
    }

    /** Between the two, evenly. */
    Duration seconds(int least, int most) {
        return Duration.ofMillis(1_000L * least + random.nextInt(1_000 * (most - least) + 1));
    }

    /** True as often as said. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> Optional<T> oneOf(List<T> all) {
        int luck = random.nextInt(1 << 16);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(luck % all.size()));
    }
}
