package pbx.health;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FootprintTest {
    /** A JVM's code and classes alone take tens of MiB, also where its heap is committed and not touched yet. */
    @Test
    void somethingIsOutsideTheHeap() {
        OptionalLong outside = Footprint.outsideHeap();
        assumeTrue(outside.isPresent(), "not Linux");
        assertTrue(outside.getAsLong() > 10 << 20, outside::toString);
        assertTrue(outside.getAsLong() < Footprint.resident().getAsLong());
    }
}
