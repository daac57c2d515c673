package pbx.api.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FieldsTest {
    @Test
    void isTheSameAsALinkedHashMapOfAnyLength() {
        Random random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            int length = random.nextInt(round % 10 == 0 ? 200 : 20);
            int names = 1 + random.nextInt(2 * length + 1); // some come twice
            Map<String, Object> plain = new LinkedHashMap<>();
            Object[] pairs = new Object[2 * length];
            for (int i = 0; i < length; i++) {
                String name = "n" + random.nextInt(names);
                Object value = random.nextInt(5) == 0 ? null : (Object) random.nextInt();
                pairs[2 * i] = name;
                pairs[2 * i + 1] = value;
                plain.put(name, value);
            }
            Fields fields = Fields.owning(pairs);
            same(plain, fields);
            same(plain, Fields.copyOf(plain));
            for (int i = 0; i <= names; i++) {
                assertEquals(plain.get("n" + i), fields.get("n" + i));
                assertEquals(plain.containsKey("n" + i), fields.containsKey("n" + i));
            }
        }
    }

    private static void same(Map<String, Object> plain, Fields fields) {
        assertEquals(plain, fields);
        assertEquals(fields, plain);
        assertEquals(plain.hashCode(), fields.hashCode());
        assertEquals(plain.size(), fields.size());
        assertEquals(new ArrayList<>(plain.entrySet()), new ArrayList<>(fields.entrySet()), "in their order");
        List<String> told = new ArrayList<>();
        fields.forEach((name, value) -> told.add(name));
        assertEquals(new ArrayList<>(plain.keySet()), told);
        assertEquals(plain.toString(), fields.toString());
    }

    @Test
    void namesThatCollideAreStillFound() {
        Object[] pairs = new Object[2 * 4096];
        for (int i = 0; i < 4096; i++) {
            StringBuilder name = new StringBuilder();
            for (int bit = 0; bit < 12; bit++) {
                name.append((i >> bit & 1) == 0 ? "Aa" : "BB"); // of the same hash
            }
            pairs[2 * i] = name.toString();
            pairs[2 * i + 1] = i;
        }
        Fields fields = Fields.owning(pairs.clone());
        for (int i = 0; i < 4096; i++) {
            assertEquals(i, fields.get(pairs[2 * i]));
        }
    }

    @Test
    void nothingInsideACopyCanBeChanged() {
        Map<String, Object> inner = new HashMap<>(Map.of("a", 1));
        List<Object> list = new ArrayList<>(List.of(inner));
        Fields fields = Fields.copyOf(Map.of("list", list));
        inner.put("a", 2);
        list.clear();
        assertEquals(Map.of("list", List.of(Map.of("a", 1))), fields);
        assertThrows(UnsupportedOperationException.class, () -> fields.put("x", 1));
        assertThrows(UnsupportedOperationException.class, () -> fields.remove("list"));
        assertThrows(
                UnsupportedOperationException.class, () -> fields.entrySet().clear());
        List<?> copied = (List<?>) fields.get("list");
        assertThrows(UnsupportedOperationException.class, copied::clear);
        assertThrows(UnsupportedOperationException.class, () -> ((Map<?, ?>) copied.get(0)).clear());
        assertSame(fields, Fields.copyOf(fields));
    }

    @Test
    void whatIsNotThereIsNull() {
        assertNull(Fields.copyOf(Map.of()).get("x"));
        assertNull(Fields.copyOf(Map.of("a", 1)).get(null));
        assertFalse(Fields.copyOf(Map.of("a", 1)).containsKey("b"));
        assertTrue(Fields.copyOf(Map.of()).isEmpty());
    }
}
