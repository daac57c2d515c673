package pbx.api.connection;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The fields of one JSON object, in their order. Immutable all the way down: so is what was made of JSON or copied from
 * another map inside it. Values may be null, names may not.
 *
 * <p>A tenant has thousands of accounts, and each message is such an object: it is one array, which is looked through if it
 * is short and has an index if it is long.
 */
public final class Fields extends AbstractMap<String, Object> {
    private static final int SHORT = 16;
    private static final Fields NONE = new Fields(new Object[0]);

    /** Name, value, name, value. */
    private final Object[] pairs;
    /** A bit for each name's hash: most names that are asked for and not there are known by it. */
    private final long hashes;
    /** Where names stand in {@code pairs}; null if this is short. */
    private final Map<Object, Integer> index;

    private Fields(Object[] pairs) {
        this.pairs = pairs;
        long bits = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            bits |= bit(pairs[i]);
        }
        hashes = bits;
        index = pairs.length <= 2 * SHORT ? null : indexed(pairs);
    }

    /**
     * Of names and values by turns, which are taken over: nobody else MUST have the array, or a list or map in it that can
     * still change. Of a name that comes twice the last value counts, in the first one's place, as in JavaScript.
     */
    public static Fields owning(Object[] namesAndValues) {
        if (namesAndValues.length == 0) {
            return NONE;
        }
        Fields fields = new Fields(namesAndValues);
        return Long.bitCount(fields.hashes) == namesAndValues.length / 2 || !fields.repeats()
                ? fields
                : fields.merged();
    }

    /** A copy, also of the maps and lists in it; the same if it is one already. */
    public static Fields copyOf(Map<String, ?> map) {
        if (map instanceof Fields fields) {
            return fields;
        }
        Object[] pairs = new Object[2 * map.size()];
        int i = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            pairs[i++] = String.valueOf(entry.getKey());
            pairs[i++] = copy(entry.getValue());
        }
        return owning(pairs);
    }

    @SuppressWarnings("unchecked") // whatever its keys are, only their text is taken
    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            return copyOf((Map<String, ?>) map);
        }
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>(list.size());
            list.forEach(item -> items.add(copy(item)));
            return Collections.unmodifiableList(items);
        }
        return value;
    }

    private boolean repeats() {
        for (int i = 0; i < pairs.length; i += 2) {
            if (at(pairs[i]) != i) {
                return true;
            }
        }
        return false;
    }

    private Fields merged() {
        for (int i = 0; i < pairs.length; i += 2) {
            pairs[at(pairs[i]) + 1] = pairs[i + 1];
        }
        Object[] kept = new Object[pairs.length];
        int length = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            if (at(pairs[i]) == i) {
                kept[length++] = pairs[i];
                kept[length++] = pairs[i + 1];
            }
        }
        return new Fields(Arrays.copyOf(kept, length));
    }

    private static long bit(Object name) {
        return 1L << spread(name);
    }

    private static int spread(Object name) {
        int hash = name.hashCode();
        return hash ^ (hash >>> 15) ^ (hash >>> 7);
    }

    /** Not an own table: Java's withstands names that were chosen so that they collide. */
    private static Map<Object, Integer> indexed(Object[] pairs) {
        Map<Object, Integer> index = new HashMap<>(pairs.length);
        for (int i = 0; i < pairs.length; i += 2) {
            index.putIfAbsent(pairs[i], i);
        }
        return index;
    }

    /** Where the first of this name stands, or -1. */
    private int at(Object name) {
        if (name == null || (hashes & bit(name)) == 0) {
            return -1;
        }
        if (index != null) {
            return index.getOrDefault(name, -1);
        }
        for (int i = 0; i < pairs.length; i += 2) {
            if (name.equals(pairs[i])) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Object get(Object name) {
        int at = at(name);
        return at < 0 ? null : pairs[at + 1];
    }

    @Override
    public boolean containsKey(Object name) {
        return at(name) >= 0;
    }

    @Override
    public int size() {
        return pairs.length / 2;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        for (int i = 0; i < pairs.length; i += 2) {
            action.accept((String) pairs[i], pairs[i + 1]);
        }
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return Fields.this.size();
            }

            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Entry<String, Object>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < pairs.length;
        }

        @Override
        public Entry<String, Object> next() {
            if (next >= pairs.length) {
                throw new NoSuchElementException();
            }
            next += 2;
            return new SimpleImmutableEntry<>((String) pairs[next - 2], pairs[next - 1]);
        }
    }
}
