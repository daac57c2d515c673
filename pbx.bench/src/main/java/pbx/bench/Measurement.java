package pbx.bench;

import java.util.List;

/** One thing that is measured, beside the least that could do the same. */
interface Measurement {
    String name();

    /** About how long it takes. */
    default int seconds() {
        return 60;
    }

    /** Too long to be among those that are run when none is named. */
    default boolean byName() {
        return false;
    }

    List<Result> run() throws Exception;
}
