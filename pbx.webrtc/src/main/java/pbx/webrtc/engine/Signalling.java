package pbx.webrtc.engine;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The asynchronous native SDP calls, one after the other. Waiting is harmless on the session's own thread (not in a callback)
 * and keeps offers and answers from overtaking one another.
 */
final class Signalling {
    private final RTCPeerConnection connection;

    Signalling(RTCPeerConnection connection) {
        this.connection = connection;
    }

    String createOffer() throws Refused {
        return made(observer -> connection.createOffer(new RTCOfferOptions(), observer));
    }

    String createAnswer() throws Refused {
        return made(observer -> connection.createAnswer(new RTCAnswerOptions(), observer));
    }

    void local(RTCSdpType type, String sdp) throws Refused {
        set(observer -> connection.setLocalDescription(new RTCSessionDescription(type, sdp), observer));
    }

    void remote(RTCSdpType type, String sdp) throws Refused {
        set(observer -> connection.setRemoteDescription(new RTCSessionDescription(type, sdp), observer));
    }

    private String made(Consumer<CreateSessionDescriptionObserver> call) throws Refused {
        Outcome<String> outcome = new Outcome<>();
        outcome.begin(() -> call.accept(new CreateSessionDescriptionObserver() {
            @Override
            public void onSuccess(RTCSessionDescription description) {
                outcome.told(() -> description.sdp);
            }

            @Override
            public void onFailure(String error) {
                outcome.refused(error);
            }
        }));
        return outcome.await();
    }

    private void set(Consumer<SetSessionDescriptionObserver> call) throws Refused {
        Outcome<Boolean> outcome = new Outcome<>();
        outcome.begin(() -> call.accept(new SetSessionDescriptionObserver() {
            @Override
            public void onSuccess() {
                outcome.told(() -> true);
            }

            @Override
            public void onFailure(String error) {
                outcome.refused(error);
            }
        }));
        outcome.await();
    }

    /** One native call's result. Its future has no dependents: a callback that completes it runs nothing else. */
    private static final class Outcome<T> {
        private final CompletableFuture<T> future = new CompletableFuture<>();

        /** What cannot be parsed fails here already, with a java.lang.Error. */
        void begin(Runnable call) throws Refused {
            try {
                call.run();
            } catch (Throwable error) {
                throw new Refused(Failures.text(error));
            }
        }

        /** In a native callback, which no exception may leave. */
        void told(Supplier<T> result) {
            try {
                future.complete(result.get());
            } catch (Throwable error) {
                future.completeExceptionally(error);
            }
        }

        /** In a native callback. */
        void refused(String error) {
            future.completeExceptionally(new Refused(String.valueOf(error)));
        }

        T await() throws Refused {
            try {
                return Await.of(future);
            } catch (ExecutionException failed) {
                throw new Refused(Failures.text(failed.getCause()));
            }
        }
    }

    /** WebRTC did not take or make a description. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }

        /** WebRTC remembers an earlier failure and repeats it whatever it is given. */
        boolean forGood() {
            return getMessage().contains("Session error code");
        }
    }
}
