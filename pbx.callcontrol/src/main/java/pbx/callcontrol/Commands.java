package pbx.callcontrol;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.Ending;
import pbx.api.call.MediaState;
import pbx.api.call.Party;
import pbx.api.connection.Connection;
import pbx.api.connection.Message;
import pbx.api.media.Media;
import pbx.listeners.Replies;

/** What users may do with calls; see {@link pbx.api.call.Calls} for what each promises. */
final class Commands {
    /** How long a confirmation may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** How long finding a path for the audio may take. */
    private static final Duration PATH_TIME = Duration.ofSeconds(15);
    /** A PBX need not confirm a hang-up or a hold (protocol notes 5.7, 5.8): after this time it is taken as done. */
    private static final Duration SILENCE_IS_CONSENT = Duration.ofSeconds(2);

    private final CallBoard board;
    private final SecureRandom random = new SecureRandom();

    Commands(CallBoard board) {
        this.board = board;
        board.audio.unsent(leg -> place(leg, new CompletableFuture<>()));
    }

    CompletableFuture<Call> dial(AccountId from, String typed) {
        return command(stage -> {
            String number = Numbers.dialled(typed);
            board.connected(from);
            board.audio.required();
            Leg leg = new Leg(
                    new CallId(from, newId()),
                    Direction.OUT,
                    board.clock.instant(),
                    new Party(number, ""),
                    CallState.DIALING);
            board.add(leg);
            place(leg, stage);
        });
    }

    /** Seen in clients: eight hex digits and a suffix. */
    private String newId() {
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes) + "@app";
    }

    private void place(Leg leg, CompletableFuture<Call> stage) {
        board.audio.ask(
                leg,
                m -> m.offer(leg.id),
                sdp -> {
                    board.change(leg, offered -> offered.media = MediaState.CONNECTING);
                    sent(leg, Wire.offer(leg.remote.number(), leg.wireId, sdp), stage, () -> {
                        board.audio.described(leg);
                        stage.complete(leg.snapshot());
                    });
                },
                failed -> {
                    board.end(leg, Endings.noAudio(failed.getMessage()));
                    stage.completeExceptionally(failed);
                });
        watchPath(leg);
    }

    private void sent(Leg leg, Message message, CompletableFuture<Call> stage, Runnable then) {
        Connection connection = board.connections.get(leg.id.account());
        CompletionStage<Void> sending = connection == null
                ? CompletableFuture.failedFuture(new PbxException(Reason.NOT_CONNECTED, "the account has gone"))
                : connection.send(message);
        sending.whenComplete((done, failure) -> board.writer.post(() -> {
            if (leg.state == CallState.ENDED) {
                stage.complete(leg.snapshot());
            } else if (failure == null) {
                then.run();
            } else {
                board.end(leg, Endings.lost("the connection was lost while the call was being set up"));
                stage.completeExceptionally(Replies.bare(failure));
            }
        }));
    }

    /** An answered call without a path for its audio is no call; nor is one that nobody reacts to. */
    private void watchPath(Leg leg) {
        board.writer.after(PATH_TIME, () -> {
            if (leg.state == CallState.CONNECTING) {
                board.reach.bye(leg);
                board.end(
                        leg, Endings.noAudio("no path for the audio was found within " + PATH_TIME.toSeconds() + " s"));
            } else if (leg.state == CallState.DIALING) {
                board.reach.bye(leg);
                board.end(
                        leg,
                        Endings.lost(
                                leg.described
                                        ? "the PBX did not react within " + PATH_TIME.toSeconds() + " s"
                                        : "no audio could be made ready within " + PATH_TIME.toSeconds() + " s"));
            } else if (leg.state.unanswered()) {
                watchPath(leg);
            }
        });
    }

    CompletableFuture<Call> answer(CallId id) {
        return command(stage -> {
            Leg leg = board.leg(id);
            if (leg.state.answered()) {
                stage.complete(leg.snapshot());
                return;
            }
            if (!leg.snapshot().offered()) {
                throw wrong(leg, "answered");
            }
            board.connected(id.account());
            board.audio.required();
            boolean first = !leg.answering;
            confirmed(
                    leg,
                    call -> call.state() == CallState.ACTIVE || call.state() == CallState.ENDED,
                    PATH_TIME,
                    "answer",
                    stage,
                    () -> {});
            if (first) {
                board.change(leg, up -> up.answering = true);
                ask(leg, stage, m -> m.answer(id, leg.offer), sdp -> picked(leg, sdp, stage));
                stage.exceptionally(late -> {
                    board.change(leg, still -> still.answering = still.answering && !still.state.unanswered());
                    return null;
                });
            }
        });
    }

    private void picked(Leg leg, String sdp, CompletableFuture<Call> stage) {
        sent(leg, Wire.answer(leg, sdp), stage, () -> {
            board.change(leg, answered -> answered.answered = Optional.of(board.clock.instant()));
            boolean flowing = leg.media == MediaState.CONNECTED;
            board.become(leg, flowing ? CallState.ACTIVE : CallState.CONNECTING);
            board.audio.described(leg);
            board.audio.ask(leg, m -> m.pause(leg.id, false), open -> {}, failed -> {});
            watchPath(leg);
        });
    }

    CompletableFuture<Call> reject(CallId id) {
        return command(stage -> {
            Leg leg = board.leg(id);
            if (!leg.snapshot().offered() || leg.answering) {
                throw wrong(leg, "rejected");
            }
            board.connected(id.account()).send(Wire.declined(leg));
            board.end(leg, Endings.here(leg));
            stage.complete(leg.snapshot());
        });
    }

    CompletableFuture<Call> hangUp(CallId id) {
        return command(stage -> {
            Leg leg = board.leg(id);
            Connection connection = board.connections.get(id.account());
            if (connection == null || !connection.status().state().open()) {
                board.reach.owe(leg);
                board.end(leg, Endings.here(leg));
                stage.complete(leg.snapshot());
                return;
            }
            if (leg.snapshot().offered() && !leg.answering) {
                pass(reject(id), stage);
                return;
            }
            confirmed(leg, call -> call.state() == CallState.ENDED, PATIENCE, "hang up", stage, () -> {});
            Ending here = Endings.here(leg);
            leg.plannedEnding = here;
            if (board.become(leg, CallState.ENDING)) {
                board.audio.close(leg);
                board.reach.bye(leg);
                board.writer.after(SILENCE_IS_CONSENT, () -> board.end(leg, here));
            }
        });
    }

    CompletableFuture<Call> hold(CallId id) {
        return command(stage -> {
            Leg leg = active(id, "held");
            Connection connection = board.connected(id.account());
            boolean changedMind = leg.resuming;
            board.change(leg, wanted -> {
                wanted.wantsHold = true;
                wanted.resuming = false;
            });
            confirmed(leg, Call::heldHere, PATIENCE, "hold", stage, () -> {});
            if (stage.isDone() && !changedMind) {
                return;
            }
            board.audio.ask(leg, m -> m.pause(id, true), paused -> held(leg, connection), stage::completeExceptionally);
        });
    }

    private void held(Leg leg, Connection connection) {
        if (!leg.wantsHold) {
            return;
        }
        connection.send(Wire.hold(leg));
        board.writer.after(SILENCE_IS_CONSENT, () -> {
            if (leg.wantsHold && leg.state == CallState.ACTIVE) {
                board.change(leg, silent -> silent.heldHere = true);
            }
        });
    }

    /** With a fresh offer, which the PBX answers: also the way back for a far end that has lost its audio. */
    CompletableFuture<Call> resume(CallId id) {
        return command(stage -> {
            Leg leg = active(id, "resumed");
            Connection connection = board.connected(id.account());
            if (!leg.heldHere && !leg.wantsHold) {
                stage.complete(leg.snapshot());
                return;
            }
            board.change(leg, wanted -> {
                wanted.wantsHold = false;
                wanted.resuming = true;
                wanted.described = false;
                wanted.candidatesSent = 0;
            });
            confirmed(leg, call -> !call.heldHere(), PATIENCE, "resume", stage, () -> stayHeld(leg));
            ask(leg, stage, m -> m.offer(id), sdp -> {
                if (leg.resuming) {
                    connection.send(Wire.resume(leg, sdp));
                    board.audio.described(leg);
                }
            });
        });
    }

    private void stayHeld(Leg leg) {
        board.change(leg, held -> {
            held.wantsHold = true;
            held.resuming = false;
        });
    }

    CompletableFuture<Call> transfer(CallId id, String typed) {
        return command(stage -> {
            Leg leg = active(id, "transferred");
            String number = Numbers.dialled(typed);
            Connection connection = board.connected(id.account());
            leg.transferring = true;
            confirmed(
                    leg,
                    call -> call.state() == CallState.ENDED,
                    PATIENCE,
                    "transfer",
                    stage,
                    () -> leg.transferring = false);
            connection.send(Wire.transfer(leg, connection.status().extension(), number));
        });
    }

    CompletableFuture<Call> mute(CallId id, boolean muted) {
        return command(stage -> {
            Leg leg = active(id, muted ? "muted" : "unmuted");
            confirmed(leg, call -> call.muted() == muted, PATIENCE, "mute", stage, () -> {});
            if (!stage.isDone()) {
                ask(leg, stage, m -> m.mute(id, muted), done -> {});
            }
        });
    }

    CompletableFuture<Call> press(CallId id, String typed) {
        return command(stage -> {
            Leg leg = active(id, "given digits");
            String digits = Numbers.digits(typed);
            ask(leg, stage, m -> m.press(id, digits), done -> stage.complete(leg.snapshot()));
        });
    }

    // --- how a command runs ---

    /** Posts it; what it throws fails its stage, and nothing else has happened. */
    private CompletableFuture<Call> command(Consumer<CompletableFuture<Call>> work) {
        CompletableFuture<Call> stage = new CompletableFuture<>();
        board.writer.post(() -> {
            try {
                work.accept(stage);
            } catch (PbxException e) {
                stage.completeExceptionally(e);
            } catch (RuntimeException e) {
                stage.completeExceptionally(new PbxException(Reason.INVALID, "this cannot be done: " + e, e));
            }
        });
        return stage;
    }

    private void confirmed(
            Leg leg,
            Predicate<Call> fulfilled,
            Duration limit,
            String what,
            CompletableFuture<Call> stage,
            Runnable late) {
        board.confirmations.await(leg, fulfilled, limit, what, stage, late);
    }

    /** What was said to have failed is not done later all the same; and where media is away for good, it has failed. */
    private <T> void ask(
            Leg leg, CompletableFuture<Call> stage, Function<Media, CompletionStage<T>> question, Consumer<T> done) {
        Consumer<T> unlessFailed = value -> {
            if (!stage.isCompletedExceptionally()) {
                done.accept(value);
            }
        };
        board.audio.ask(leg, question, unlessFailed, stage::completeExceptionally);
        board.writer.after(
                PATH_TIME,
                () -> stage.completeExceptionally(new PbxException(
                        Reason.TIMED_OUT, "audio did not answer within " + PATH_TIME.toSeconds() + " s")));
    }

    private static void pass(CompletableFuture<Call> from, CompletableFuture<Call> to) {
        from.whenComplete((call, failure) -> {
            if (failure == null) {
                to.complete(call);
            } else {
                to.completeExceptionally(failure);
            }
        });
    }

    private Leg active(CallId id, String what) {
        Leg leg = board.leg(id);
        if (leg.state != CallState.ACTIVE) {
            throw wrong(leg, what);
        }
        return leg;
    }

    private static PbxException wrong(Leg leg, String what) {
        return new PbxException(
                Reason.WRONG_STATE, "call " + leg.id + " is " + leg.state + " and cannot be " + what + " now");
    }
}
