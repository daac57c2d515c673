package pbx.simulator.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import pbx.simulator.wire.UnknownShapes;
import pbx.webrtc.AudioEngine;

/** The telephone exchange of one tenant. All methods may be called from any thread; everything is done on the loop. */
public final class Exchange implements AutoCloseable {
    private final String domain;
    private final Set<String> extensions;
    private final Loop loop;
    private final List<Call> calls = new ArrayList<>();
    private final Tenant tenant;
    private final Board board;
    private final Switchboard switchboard;
    private final Absence absence;
    private final Actions actions;
    private final Dialects dialects = new Dialects();
    private final AudioEngine.Registration listening;

    public Exchange(String domain, List<String> extensions, AudioEngine engine, Loop thread) {
        this.domain = domain;
        this.extensions = Set.copyOf(extensions);
        tenant = new Tenant(domain, extensions);
        board = new Board(tenant, calls);
        loop = new ShowingLoop(thread, board::refresh);
        switchboard = new Switchboard(tenant, calls, engine, loop);
        absence = new Absence(switchboard, loop);
        Dialling dialling = new Dialling(switchboard, loop);
        actions = new Actions(
                new Presence(tenant, board, absence, loop),
                dialling,
                new Signalling(switchboard),
                new Transfer(switchboard, dialling),
                board);
        listening = engine.listen(LegAudio.OWNER, this::heard);
    }

    public String domain() {
        return domain;
    }

    /** How it speaks. */
    public Dialects dialects() {
        return dialects;
    }

    public boolean knows(String extension) {
        return extensions.contains(extension);
    }

    /** A socket has opened for an extension that is known. It is sent the tenant's state at once, as in 2021. */
    public Line open(String extension, Outlet outlet) {
        Phone phone = new Phone(tenant.account(extension).orElseThrow(), outlet);
        loop.execute(() -> {
            tenant.add(phone);
            board.showDomain(phone);
        });
        return new Line(phone);
    }

    /** Somebody outside lifts a receiver. They can do what a phone can, but nobody sees them but in their calls. */
    public Line outside(String number, String name, Outlet outlet) {
        return new Line(new Phone(new Account(tenant.party(number, name), false), outlet));
    }

    public CompletableFuture<Dnd> dnd(String extension) {
        return ask(extension, account -> new Dnd(account.dnd(), account.reason()));
    }

    /** @param time how long it shall last; zero for ever */
    public CompletableFuture<Dnd> dnd(String extension, Dnd wanted, Duration time) {
        return ask(extension, account -> {
            Loop.Timer end = wanted.on() && !time.isZero() ? loop.after(time, () -> disturb(account)) : () -> {};
            account.dnd(wanted.on(), wanted.reason(), end);
            return new Dnd(account.dnd(), account.reason());
        });
    }

    private void disturb(Account account) {
        account.dnd(false, "", () -> {});
    }

    /** The extension's calls as a JSON array. */
    public CompletableFuture<String> calls(String extension) {
        return ask(extension, account -> UnknownShapes.calls(board.callsOf(account)));
    }

    /** Ends all calls. */
    @Override
    public void close() {
        listening.close();
        loop.execute(() -> List.copyOf(calls).forEach(call -> switchboard.fail(call, 0)));
    }

    private <T> CompletableFuture<T> ask(String extension, Function<Account, T> question) {
        return CompletableFuture.supplyAsync(
                () -> question.apply(tenant.account(extension).orElseThrow()), loop);
    }

    private void heard(String session, AudioEngine.Event event) {
        if (event == AudioEngine.Event.CANDIDATE) {
            loop.execute(() -> switchboard.trickle(session));
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
                    actions.run(phone, text);
                } finally {
                    done.run();
                }
            });
        }

        /** The socket is gone. */
        public void closed() {
            loop.execute(() -> {
                absence.gone(phone);
                phone.unregister();
                tenant.remove(phone);
                board.forget(phone);
            });
        }
    }
}
