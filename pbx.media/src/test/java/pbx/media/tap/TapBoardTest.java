package pbx.media.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ReadOnlyBufferException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pbx.api.media.Frame;
import pbx.api.media.FrameListener;
import pbx.api.media.Injection;
import pbx.api.media.Tap;
import pbx.media.CallSound;

/** What plugins do with a call's sound. */
class TapBoardTest {
    private final TapBoard board = new TapBoard("test");
    private final CallSound sound = new CallSound();
    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    @Test
    void bothSidesAreHeardInOrderAndCannotBeChanged() throws Exception {
        board.listen(sound, frames::add);
        for (short i = 1; i <= 3; i++) {
            sound.take(frame(i), 48_000);
            sound.fill(frame(0));
        }
        for (int i = 0; i < 3; i++) {
            Frame there = frames.poll(20, TimeUnit.SECONDS);
            assertEquals(Frame.Side.THERE, there.side());
            assertEquals(i, there.number());
            assertEquals(i + 1, there.samples().get(0));
            assertThrows(ReadOnlyBufferException.class, () -> there.samples().put(0, (short) 1));
            assertEquals(Frame.Side.HERE, frames.poll(20, TimeUnit.SECONDS).side());
        }
    }

    @Test
    void aSlowListenerLosesTheOldestAndStopsNobody() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch stuck = new CountDownLatch(1);
        Tap tap = board.listen(sound, frame -> {
            frames.add(frame);
            stuck.countDown();
            await(goOn);
        });
        sound.take(frame(0), 48_000);
        assertTrue(stuck.await(20, TimeUnit.SECONDS));
        for (short i = 1; i <= 300; i++) {
            sound.take(frame(i), 48_000);
        }
        assertEquals(100, tap.lost());
        goOn.countDown();
        frames.poll(20, TimeUnit.SECONDS);
        assertEquals(101, frames.poll(20, TimeUnit.SECONDS).number());
    }

    @Test
    void aListenerThatThrowsIsClosedAndAllEndWithTheBundle() throws Exception {
        FrameListener bad = new FrameListener() {
            @Override
            public void heard(Frame frame) {
                throw new LinkageError("on purpose");
            }

            @Override
            public void ended() {
                over.complete(null);
            }
        };
        board.listen(sound, bad);
        sound.take(frame(1), 48_000);
        over.get(20, TimeUnit.SECONDS);
        Injection injection = board.inject(sound, false, stage -> stage);
        board.listen(sound, frames::add);
        board.close();
        assertEquals(0, injection.offer(new short[480], 0, 480));
        sound.take(frame(1), 48_000);
        assertTrue(frames.isEmpty());
    }

    @Test
    void whatIsInjectedIsSentAndBounded() throws Exception {
        Injection injection = board.inject(sound, false, stage -> stage);
        short[] much = new short[100_000];
        much[0] = 7;
        assertEquals(48_000, injection.offer(much, 0, much.length));
        assertEquals(0, injection.room());
        var sent = injection.sent().toCompletableFuture();
        short[] first = new short[480];
        sound.fill(first);
        assertEquals(7, first[0]);
        assertFalse(sent.isDone());
        for (int i = 1; i < 100; i++) {
            sound.fill(new short[480]);
        }
        sent.get(20, TimeUnit.SECONDS);
        assertEquals(48_000, injection.room());
        injection.offer(much, 0, 480);
        injection.close();
        short[] silence = new short[480];
        sound.fill(silence);
        assertEquals(0, silence[0]);
    }

    @Test
    void aCallsEndClosesItsTaps() throws Exception {
        board.listen(sound, new FrameListener() {
            @Override
            public void heard(Frame frame) {}

            @Override
            public void ended() {
                over.complete(null);
            }
        });
        board.close(new CallSound());
        assertFalse(over.isDone());
        board.close(sound);
        over.get(20, TimeUnit.SECONDS);
    }

    /** It is opened on the media's own thread, later than it was asked for: the bundle may be gone by then. */
    @Test
    void whatIsOpenedAfterTheBundleHasGoneIsClosedAtOnce() throws Exception {
        board.close();
        board.listen(sound, new FrameListener() {
            @Override
            public void heard(Frame frame) {
                frames.add(frame);
            }

            @Override
            public void ended() {
                over.complete(null);
            }
        });
        Injection injection = board.inject(sound, true, stage -> stage);
        sound.fill(new short[480]);
        over.get(20, TimeUnit.SECONDS);
        assertTrue(frames.isEmpty());
        assertEquals(0, injection.offer(new short[480], 0, 480));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static short[] frame(int value) {
        short[] frame = new short[480];
        frame[0] = (short) value;
        return frame;
    }
}
