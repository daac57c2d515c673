package pbx.presence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceChange;
import pbx.api.presence.PresenceListener;

/** A listener that knows nothing but the changes, and minds each that does not follow from those before. */
final class Folding implements PresenceListener {
    /** The number after which it has heard all. */
    static final String LAST = "zzz";

    private final Map<String, Presence> folded = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final CountDownLatch last = new CountDownLatch(1);
    private int changes;

    @Override
    public synchronized void presenceChanged(PresenceChange change) {
        changes++;
        String number = change.after().or(change::before).orElseThrow().number();
        if (number.equals(LAST)) {
            last.countDown();
            return;
        }
        if (!Optional.ofNullable(folded.get(number)).equals(change.before())) {
            wrong.add("lost before " + change + "; it had " + folded.get(number));
        }
        change.after().ifPresentOrElse(p -> folded.put(number, p), () -> folded.remove(number));
    }

    /** What it makes of all it heard; first what was wrong. */
    String result() throws InterruptedException {
        boolean heard = last.await(30, TimeUnit.SECONDS);
        synchronized (this) {
            return (heard ? "" : "the last change never came ")
                    + wrong.stream().findFirst().orElse("")
                    + folded;
        }
    }

    synchronized int changes() {
        return changes;
    }
}
