package pbx.webrtc.fault;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The only way between two networks: loses, delays and swallows as it is told. */
final class Forwarder implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    private final Random random = new Random(42);
    private final List<DatagramSocket> sockets = new ArrayList<>();
    private final Semaphore passed = new Semaphore(0);
    private volatile double loss;
    private volatile int jitterMs;
    private volatile boolean dark;

    void faults(double share, int mostDelayMs) {
        loss = share;
        jitterMs = mostDelayMs;
    }

    void dark(boolean on) {
        dark = on;
    }

    /** Whether packets go by within these seconds, from now on. */
    boolean passes(int packets, int seconds) throws InterruptedException {
        passed.drainPermits();
        return passed.tryAcquire(packets, seconds, TimeUnit.SECONDS);
    }

    /** A way from side A to that address of side B and back; returns where A has to send to. */
    synchronized InetSocketAddress way(InetAddress atA, InetAddress atB, InetSocketAddress b) throws IOException {
        DatagramSocket here = new DatagramSocket(0, atA);
        DatagramSocket there = new DatagramSocket(0, atB);
        sockets.addAll(List.of(here, there));
        SocketAddress[] a = new SocketAddress[1];
        pump(here, packet -> {
            a[0] = packet.getSocketAddress();
            send(there, packet, b);
        });
        pump(there, packet -> send(here, packet, a[0]));
        return new InetSocketAddress(atA, here.getLocalPort());
    }

    private void pump(DatagramSocket from, Route route) {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (true) {
                            DatagramPacket packet = new DatagramPacket(new byte[2_000], 2_000);
                            from.receive(packet);
                            route.take(packet);
                        }
                    } catch (IOException closed) {
                        // so it ends
                    }
                },
                "forwarder " + from.getLocalSocketAddress());
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized void send(DatagramSocket by, DatagramPacket packet, SocketAddress to) {
        if (to == null || dark || random.nextDouble() < loss) {
            return;
        }
        byte[] data = Arrays.copyOf(packet.getData(), packet.getLength());
        Runnable pass = () -> {
            try {
                by.send(new DatagramPacket(data, data.length, to));
                passed.release();
            } catch (IOException closed) {
                // a packet less
            }
        };
        if (jitterMs == 0) {
            pass.run();
        } else {
            try {
                clock.schedule(pass, random.nextInt(jitterMs), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException closed) {
                // a packet less
            }
        }
    }

    private interface Route {
        void take(DatagramPacket packet);
    }

    @Override
    public synchronized void close() {
        clock.shutdownNow();
        sockets.forEach(DatagramSocket::close);
    }
}
