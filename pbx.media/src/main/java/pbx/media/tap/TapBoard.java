package pbx.media.tap;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import pbx.api.media.FrameListener;
import pbx.api.media.Injection;
import pbx.api.media.Tap;
import pbx.media.CallSound;

/**
 * What one consumer bundle opened on calls' sound; all of it is closed with this. What is opened later, since it waited for the
 * media's thread when its bundle stopped, is closed at once: it is added first and {@link #closed} is looked at then, so either
 * {@link #close()} finds it or it finds the board closed.
 */
public final class TapBoard implements AutoCloseable {
    private final String owner;
    private final Set<Opened> opened = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** One thing that was opened, and on what. */
    private record Opened(CallSound sound, AutoCloseable what, Runnable close) {}

    /** @param owner the consumer bundle */
    public TapBoard(String owner) {
        this.owner = owner;
    }

    public Tap listen(CallSound sound, FrameListener listener) {
        FrameTap[] made = new FrameTap[1];
        FrameTap tap = new FrameTap(listener, owner, thread(), () -> {
            sound.remove(made[0]);
            opened.removeIf(one -> one.what() == made[0]);
        });
        made[0] = tap;
        opened.add(new Opened(sound, tap, tap::close));
        sound.add(tap);
        if (closed) {
            tap.close();
            sound.remove(tap); // close() may have done so before it was added
        }
        return tap;
    }

    public Injection inject(CallSound sound, boolean alone, UnaryOperator<CompletionStage<Void>> replies) {
        CallSound.Extra[] extra = new CallSound.Extra[1];
        SoundInjection injection = new SoundInjection(replies, () -> {
            sound.remove(extra[0]);
            opened.removeIf(one -> one.what() == extra[0].sound());
        });
        extra[0] = new CallSound.Extra(injection, alone);
        opened.add(new Opened(sound, injection, injection::close));
        sound.add(extra[0]);
        if (closed) {
            injection.close();
        }
        return injection;
    }

    /** The call is over. */
    public void close(CallSound sound) {
        opened.stream().filter(one -> one.sound() == sound).forEach(one -> one.close()
                .run());
    }

    @Override
    public void close() {
        closed = true;
        opened.forEach(one -> one.close().run());
    }

    /** Exists only while there is something to bring. */
    private ThreadPoolExecutor thread() {
        ThreadPoolExecutor thread =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread made = new Thread(work, "tap of " + owner);
                    made.setDaemon(true);
                    return made;
                });
        thread.allowCoreThreadTimeOut(true);
        return thread;
    }
}
