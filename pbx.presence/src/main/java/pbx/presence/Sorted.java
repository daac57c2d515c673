package pbx.presence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An immutable map in the order of its keys, of which a next version costs little: it shares with this one every chunk but
 * those that changed. So a reader has a whole snapshot for nothing while the writer changes one of many thousands.
 */
final class Sorted<V> {
    private static final int MOST = 128;

    private final List<Chunk<V>> chunks;

    private record Chunk<V>(List<String> keys, List<V> values) {
        int size() {
            return keys.size();
        }

        int find(String key) {
            return Collections.binarySearch(keys, key);
        }

        Chunk<V> part(int from, int to) {
            return new Chunk<>(new ArrayList<>(keys.subList(from, to)), new ArrayList<>(values.subList(from, to)));
        }
    }

    private Sorted(List<Chunk<V>> chunks) {
        this.chunks = chunks;
    }

    static <V> Sorted<V> empty() {
        return new Sorted<>(List.of());
    }

    Optional<V> get(String key) {
        int at = chunk(key);
        int found = at < 0 ? -1 : chunks.get(at).find(key);
        return found < 0
                ? Optional.empty()
                : Optional.of(chunks.get(at).values().get(found));
    }

    int size() {
        return chunks.stream().mapToInt(Chunk::size).sum();
    }

    List<V> values() {
        List<V> all = new ArrayList<>(size());
        chunks.forEach(chunk -> all.addAll(chunk.values()));
        return Collections.unmodifiableList(all);
    }

    /** In order, those whose key begins with {@code prefix}. */
    List<V> startingWith(String prefix, int most) {
        List<V> found = new ArrayList<>();
        for (int at = Math.max(0, chunk(prefix)); at < chunks.size(); at++) {
            Chunk<V> chunk = chunks.get(at);
            int first = chunk.find(prefix);
            for (int i = first < 0 ? -first - 1 : first; i < chunk.size(); i++) {
                if (found.size() >= most || !chunk.keys().get(i).startsWith(prefix)) {
                    return found;
                }
                found.add(chunk.values().get(i));
            }
        }
        return found;
    }

    /**
     * The next version.
     *
     * @param keys in order, each once
     * @param values theirs, in the same order; an empty one removes
     */
    Sorted<V> with(List<String> keys, List<Optional<V>> values) {
        if (keys.size() > MOST) {
            return rebuilt(keys, values);
        }
        List<Chunk<V>> next = new ArrayList<>(chunks);
        for (int i = 0; i < keys.size(); i++) {
            replace(next, keys.get(i), values.get(i));
        }
        return new Sorted<>(next);
    }

    /** One pass over both. */
    private Sorted<V> rebuilt(List<String> keys, List<Optional<V>> values) {
        Building<V> all = new Building<>();
        int next = 0;
        for (Chunk<V> chunk : chunks) {
            for (int i = 0; i < chunk.size(); i++) {
                String key = chunk.keys().get(i);
                int later = -1;
                while (next < keys.size() && (later = keys.get(next).compareTo(key)) < 0) {
                    all.add(keys.get(next), values.get(next++));
                }
                if (next < keys.size() && later == 0) {
                    all.add(key, values.get(next++));
                } else {
                    all.add(key, Optional.of(chunk.values().get(i)));
                }
            }
        }
        for (; next < keys.size(); next++) {
            all.add(keys.get(next), values.get(next));
        }
        return new Sorted<>(all.chunks);
    }

    /** Chunks of keys that come in order. */
    private static final class Building<V> {
        private final List<Chunk<V>> chunks = new ArrayList<>();
        private Chunk<V> last = new Chunk<>(List.of(), List.of());

        /** An empty value is none. */
        void add(String key, Optional<V> value) {
            if (value.isPresent()) {
                if (last.size() % MOST == 0) {
                    last = new Chunk<>(new ArrayList<>(MOST), new ArrayList<>(MOST));
                    chunks.add(last);
                }
                last.keys().add(key);
                last.values().add(value.get());
            }
        }
    }

    private void replace(List<Chunk<V>> next, String key, Optional<V> value) {
        int at = Math.max(0, chunk(next, key));
        if (next.isEmpty()) {
            next.add(new Chunk<>(List.of(), List.of()));
        }
        Chunk<V> old = next.get(at);
        int found = old.find(key);
        List<V> values = new ArrayList<>(old.values());
        if (found >= 0 && value.isPresent()) {
            values.set(found, value.get());
            next.set(at, new Chunk<>(old.keys(), values));
            return;
        }
        List<String> keys = new ArrayList<>(old.keys());
        if (found >= 0) {
            keys.remove(found);
            values.remove(found);
        } else if (value.isPresent()) {
            keys.add(-found - 1, key);
            values.add(-found - 1, value.get());
        }
        next.remove(at);
        next.addAll(at, split(new Chunk<>(keys, values)));
    }

    private static <V> List<Chunk<V>> split(Chunk<V> whole) {
        if (whole.size() == 0) {
            return List.of();
        }
        return whole.size() <= 2 * MOST ? List.of(whole) : List.of(whole.part(0, MOST), whole.part(MOST, whole.size()));
    }

    private int chunk(String key) {
        return chunk(chunks, key);
    }

    /** The last chunk that begins at or before {@code key}; -1 if there is none. */
    private static <V> int chunk(List<Chunk<V>> chunks, String key) {
        int low = 0;
        int high = chunks.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (chunks.get(middle).keys().get(0).compareTo(key) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
