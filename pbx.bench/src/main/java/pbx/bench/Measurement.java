package pbx.bench;

import java.util.List;

/** One thing that is measured, beside the least that could do the same. */
interface Measurement {
    String name();

    List<Result> run() throws Exception;
}
