package pbx.ui.swing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;

/**
 * Watches the event dispatch thread during the window tests: nothing of the softphone waits on it, and nothing touches a component
 * that is on the screen from another thread.
 */
final class EdtWatch {
    private static final long EVERY_MS = 5;
    private static final int DEPTH = 500;
    private static final Set<Thread.State> WAITS = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private final Set<String> seen = new ConcurrentSkipListSet<>();
    private volatile boolean over;

    void begin() {
        RepaintManager.setCurrentManager(new Manager());
        Thread watch = new Thread(this::look, "edt-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** Until so much was seen, half a minute at most. */
    void await(int much) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (seen.size() < much && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(EVERY_MS));
        }
    }

    /** What was seen, in words. */
    Set<String> end() {
        over = true;
        RepaintManager.setCurrentManager(null);
        return seen;
    }

    private void look() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        while (!over) {
            dispatcher()
                    .map(thread -> threads.getThreadInfo(thread.getId(), DEPTH)) // state and stack of one moment
                    .flatMap(EdtWatch::waiting)
                    .ifPresent(frame -> seen.add("the EDT waits in " + frame));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(EVERY_MS));
        }
    }

    private static Optional<Thread> dispatcher() {
        Thread[] all = new Thread[Thread.activeCount() * 2];
        int count = Thread.enumerate(all);
        return Arrays.stream(all, 0, count)
                .filter(thread -> thread.getName().startsWith("AWT-EventQueue"))
                .findFirst();
    }

    /** The softphone's code that has it wait; not for the next event, the display server, nor the lock within Swing's own timers. */
    private static Optional<StackTraceElement> waiting(ThreadInfo info) {
        StackTraceElement[] stack = info.getStackTrace();
        List<StackTraceElement> above = Stream.of(stack)
                .takeWhile(frame -> !frame.getClassName().startsWith("pbx."))
                .toList();
        boolean allowed = above.stream().map(StackTraceElement::getClassName).anyMatch(name -> Stream.of(
                        "java.awt.EventQueue", "sun.awt.", "javax.swing.Timer")
                .anyMatch(name::startsWith));
        // a thread in the queue's lock that has lost its processor: it is handed something, nobody is waited for
        boolean handsOver = above.stream()
                .anyMatch(frame -> frame.getClassName().startsWith("java.util.concurrent.")
                        && Set.of("execute", "schedule", "offer").contains(frame.getMethodName()));
        boolean io = above.stream()
                .map(StackTraceElement::getClassName)
                .anyMatch(name -> name.startsWith("sun.nio.ch.NioSocketImpl") || name.equals("java.lang.ProcessImpl"));
        return !allowed && !handsOver && (WAITS.contains(info.getThreadState()) || io) ? ours(stack) : Optional.empty();
    }

    // The softphone's, not what a test itself does there.
    private static Optional<StackTraceElement> ours(StackTraceElement[] stack) {
        return Stream.of(stack)
                .filter(frame -> frame.getClassName().startsWith("pbx."))
                .findFirst()
                .filter(frame -> Stream.of("Test", "Driver", "Hands", "Fake", "Noted")
                        .noneMatch(test -> frame.getClassName().contains(test)));
    }

    private final class Manager extends RepaintManager {
        @Override
        public synchronized void addInvalidComponent(JComponent component) {
            check(component);
            super.addInvalidComponent(component);
        }

        @Override
        public void addDirtyRegion(JComponent component, int x, int y, int w, int h) {
            check(component);
            super.addDirtyRegion(component, x, y, w, h);
        }

        // repaint() and revalidate() are for any thread; what calls them within Swing is not.
        private void check(JComponent component) {
            if (!SwingUtilities.isEventDispatchThread() && component.isShowing()) {
                List<StackTraceElement> stack = List.of(Thread.currentThread().getStackTrace());
                int repaint = IntStream.range(0, stack.size())
                        .filter(i -> stack.get(i).getMethodName().equals("repaint"))
                        .max()
                        .orElse(-1);
                if (repaint < 0 || stack.get(repaint + 1).getClassName().startsWith("javax.swing.")) {
                    seen.add(Thread.currentThread().getName() + " touches " + component.getName());
                }
            }
        }
    }
}
