package pbx.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Compared, version by version, with a TreeMap. */
class SortedTest {
    @Test
    void isATreeMapOfWhichEveryVersionStays() {
        Random random = new Random(7);
        TreeMap<String, Integer> plain = new TreeMap<>();
        Sorted<Integer> sorted = Sorted.empty();
        List<Sorted<Integer>> versions = new ArrayList<>();
        List<List<Integer>> expected = new ArrayList<>();
        for (int step = 0; step < 400; step++) {
            Map<String, Optional<Integer>> changes = new TreeMap<>();
            boolean shrinks = step % 100 > 60;
            for (int i = random.nextInt(step % 10 == 0 ? 1000 : 40); i >= 0; i--) {
                boolean remove = random.nextInt(10) < (shrinks ? 8 : 2);
                changes.put("" + random.nextInt(3000), remove ? Optional.empty() : Optional.of(random.nextInt()));
            }
            changes.forEach((k, v) -> v.ifPresentOrElse(x -> plain.put(k, x), () -> plain.remove(k)));
            sorted = sorted.with(List.copyOf(changes.keySet()), List.copyOf(changes.values()));
            check(plain, sorted, random);
            versions.add(sorted);
            expected.add(new ArrayList<>(plain.values()));
        }
        for (int i = 0; i < versions.size(); i++) {
            assertEquals(expected.get(i), versions.get(i).values(), "version " + i);
        }
    }

    private static void check(NavigableMap<String, Integer> plain, Sorted<Integer> sorted, Random random) {
        assertEquals(new ArrayList<>(plain.values()), sorted.values());
        assertEquals(plain.size(), sorted.size());
        for (int i = 0; i < 20; i++) {
            String key = "" + random.nextInt(3000);
            assertEquals(Optional.ofNullable(plain.get(key)), sorted.get(key));
            String prefix = key.substring(0, 1 + random.nextInt(key.length()));
            assertEquals(
                    plain.tailMap(prefix).entrySet().stream()
                            .filter(e -> e.getKey().startsWith(prefix))
                            .map(Map.Entry::getValue)
                            .limit(50)
                            .toList(),
                    sorted.startingWith(prefix, 50));
        }
    }
}
