package pbx.simulator.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @Test
    void rangesAndSingleNumbers() {
        assertEquals(20, Numbers.parse("40-59").size());
        assertEquals(List.of("40", "41", "55"), Numbers.parse("40-41, 55,41"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "40-", "40--50", "0-9999", "99999", "59-40"})
    void nonsense(String text) {
        assertThrows(IllegalArgumentException.class, () -> Numbers.parse(text));
    }
}
