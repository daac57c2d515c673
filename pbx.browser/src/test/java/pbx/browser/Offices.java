package pbx.browser;

import java.util.EnumMap;
import java.util.Map;

/** One office a dialect, started when it is first wanted. */
final class Offices implements AutoCloseable {
    private final Map<Dialect, Office> open = new EnumMap<>(Dialect.class);

    Office at(Dialect dialect) throws Exception {
        if (!open.containsKey(dialect)) {
            open.put(dialect, new Office(dialect));
        }
        return open.get(dialect);
    }

    /** What the platforms printed. */
    void tell() {
        open.forEach((dialect, office) ->
                office.platform.printed().forEach(line -> System.out.println(dialect.word() + ": " + line)));
    }

    @Override
    public void close() throws Exception {
        for (Office office : open.values()) {
            office.close();
        }
    }
}
