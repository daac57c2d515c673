package pbx.simulator.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import pbx.simulator.wire.UnknownAnswers;
import pbx.webrtc.AudioEngine;

/** The telephone exchange of one tenant. All methods may be called from any thread; everything is done on the loop. */
public final class Exchange implements AutoCloseable {
    private final String domain;
    private final Set<String> extensions;
    private final Loop loop;
    private final Works works;
    private final Asking asking;
    private final AudioEngine.Registration listening;

    /** @param engine for a PBX that signals without audio, a {@link Silence} */
    public Exchange(String domain, List<String> extensions, AudioEngine engine, Loop thread) {
        this.domain = domain;
        this.extensions = Set.copyOf(extensions);
        ShowingLoop showing = new ShowingLoop(thread);
        loop = showing;
        works = new Works(domain, extensions, engine, showing);
        asking = new Asking(works.tenant, loop);
        showing.show(works::show);
        listening = engine.listen(works.legs.owner(), this::heard);
    }

    public String domain() {
        return domain;
    }

    public boolean knows(String extension) {
        return extensions.contains(extension);
    }

    /** How it speaks. */
    public Dialects dialects() {
        return works.dialects;
    }

    /** Handles calls from outside, and plays desk phones. */
    public ThirdPartyControl thirdParty() {
        return works.thirdParty;
    }

    public Directory directory() {
        return works.directory;
    }

    public Records records() {
        return works.records;
    }

    public Contacts contacts() {
        return works.contacts;
    }

    /** A socket has opened for an extension that is known. It is sent the tenant's state at once, as in 2021. */
    public Line open(String extension, Outlet outlet) {
        Phone phone = new Phone(works.tenant.account(extension).orElseThrow(), outlet);
        loop.execute(() -> works.presence.opened(phone));
        return new Line(phone);
    }

    /** Somebody outside lifts a receiver. They can do what a phone can, but nobody sees them but in their calls. */
    public Line outside(String number, String name, Outlet outlet) {
        Account account = new Account(works.tenant.party(number, name), false, works.changes);
        Phone phone = new Phone(account, outlet);
        loop.execute(() -> account.add(phone));
        return new Line(phone);
    }

    public CompletableFuture<Dnd> dnd(String extension) {
        return asking.of(extension, account -> new Dnd(account.dnd(), account.reason()));
    }

    /** @param time how long it shall last; zero for ever */
    public CompletableFuture<Dnd> dnd(String extension, Dnd wanted, Duration time) {
        return asking.of(extension, account -> {
            Loop.Timer end = wanted.on() && !time.isZero() ? loop.after(time, () -> disturb(account)) : () -> {};
            account.dnd(wanted.on(), wanted.reason(), end);
            return new Dnd(account.dnd(), account.reason());
        });
    }

    private void disturb(Account account) {
        account.dnd(false, "", () -> {});
    }

    /** Whether callers who are not answered may leave a message. Off at first. */
    public CompletableFuture<Void> voicemail(String extension, boolean on) {
        return asking.of(extension, account -> {
            account.voicemail(on);
            return null;
        });
    }

    /** How long a phone rings before voicemail takes the call. 20 s at first. */
    public CompletableFuture<Void> voicemailAfter(Duration time) {
        return asking.now(() -> {
            works.voicemail.patience(time);
            return null;
        });
    }

    /** The extension's display name; whoever talks to it sees it change. */
    public CompletableFuture<Void> rename(String extension, String name) {
        return asking.of(extension, account -> {
            account.rename(name);
            works.switchboard.renamed(account);
            return null;
        });
    }

    /** The extension's calls as a JSON array. */
    public CompletableFuture<String> calls(String extension) {
        return asking.of(extension, account -> UnknownAnswers.calls(works.board.callsOf(account)));
    }

    /** Ends all calls. */
    @Override
    public void close() {
        listening.close();
        loop.execute(() -> List.copyOf(works.switchboard.calls()).forEach(call -> works.switchboard.fail(call, 0)));
    }

    private void heard(String session, AudioEngine.Event event) {
        if (event == AudioEngine.Event.CANDIDATE) {
            loop.execute(() -> works.legs.trickle(session));
        }
    }

    /** One socket's way in. */
    public final class Line {
        private final Phone phone;

        private Line(Phone phone) {
            this.phone = phone;
        }

        /** A text frame came. {@code done} is run when it was dealt with, whatever it did. */
        public void received(String text, Runnable done) {
            loop.execute(() -> {
                try {
                    works.actions.run(phone, text);
                } finally {
                    done.run();
                }
            });
        }

        /** The socket is gone. */
        public void closed() {
            loop.execute(() -> works.presence.closed(phone));
        }
    }
}
