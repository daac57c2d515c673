package pbx.shell;

import java.time.Duration;
import org.osgi.service.component.annotations.Component;
import pbx.api.AccountId;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceChange;
import pbx.api.presence.PresenceListener;
import pbx.api.presence.PresenceState;

/** Follows presence, so that {@code await} can be told of it. */
@Component(
        service = {PresenceListener.class, PresenceWatch.class},
        immediate = true)
public final class PresenceWatch implements PresenceListener {
    private final Picture<Key, Presence> seen = new Picture<>(Integer.MAX_VALUE);

    private record Key(AccountId seenBy, String number) {
        static Key of(Presence presence) {
            return new Key(presence.seenBy(), presence.number());
        }
    }

    @Override
    public void presenceChanged(PresenceChange change) {
        change.after()
                .ifPresentOrElse(
                        after -> seen.put(Key.of(after), after, (known, told) -> told),
                        () -> change.before().map(Key::of).ifPresent(seen::remove));
    }

    /** Waits until an account of this number is in {@code wanted}. */
    Presence await(String number, PresenceState wanted, Duration atMost) {
        return seen.await(
                all -> all.stream()
                        .filter(p -> p.number().equals(number) && p.state() == wanted)
                        .findFirst(),
                atMost,
                all -> all.stream()
                        .filter(p -> p.number().equals(number))
                        .findFirst()
                        .map(p -> number + " is " + p.state() + ", not " + wanted)
                        .orElse("nothing is known of " + number));
    }
}
