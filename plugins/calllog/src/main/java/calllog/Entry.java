package calllog;

import java.time.Instant;
import java.util.Optional;
import pbx.api.call.Call;

/**
 * One call that has ended.
 *
 * @param row names it in the history; 0 before it is there
 * @param account mine
 * @param call its id at the account
 * @param direction IN or OUT
 * @param number the other end's
 * @param name the other end's
 * @param began when it was placed or first rang
 * @param answered when it was answered, if it was
 * @param ended when it ended
 * @param ending how, in words
 */
record Entry(
        long row,
        String account,
        String call,
        String direction,
        String number,
        String name,
        Instant began,
        Optional<Instant> answered,
        Instant ended,
        String ending) {

    static Entry of(Call call) {
        return new Entry(
                0,
                call.account().value(),
                call.id().value(),
                call.direction().name(),
                call.remote().number(),
                call.remote().name(),
                call.began(),
                call.answered(),
                call.ended().orElse(call.began()),
                call.ending().map(ending -> ending.text()).orElse(""));
    }

    /** Seconds from the answer to the end. */
    long talked() {
        return answered.map(since -> java.time.Duration.between(since, ended).toSeconds())
                .orElse(0L);
    }
}
