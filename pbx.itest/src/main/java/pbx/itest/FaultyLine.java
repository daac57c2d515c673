package pbx.itest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A piece of network between an account and its PBX that can be broken in every way a network breaks. */
final class FaultyLine implements AutoCloseable {
    /** How it is broken. */
    enum Fault {
        NONE,
        /** Nobody is there: what is open ends, what is new is refused. */
        DOWN,
        /** Everything arrives, 150 ms late in each direction. */
        LATENCY,
        /** What is open falls silent and ends a second later; what is new does so too. */
        SLOW_CLOSE,
        /** What is open is reset, now and then again. */
        RESET,
        /** Everything seems open and nothing arrives, without a sign. */
        HALF_OPEN,
        /** Everything arrives in pieces of one to three bytes. */
        SLICING
    }

    private static final int LATE_MS = 150;
    private static final int SLOW_MS = 1_000;

    private final int to;
    private final int port;
    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
    private volatile Fault fault = Fault.NONE;
    private volatile ServerSocket door;

    FaultyLine(int to) throws IOException {
        this.to = to;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = door.getLocalPort();
        listen(door);
    }

    int port() {
        return port;
    }

    void breakDown(Fault how) throws IOException {
        fault = how;
        switch (how) {
            case DOWN -> {
                door.close();
                pairs.forEach(Pair::end);
            }
            case RESET -> pairs.forEach(Pair::reset);
            case HALF_OPEN, SLOW_CLOSE -> pairs.forEach(pair -> pair.silent = true);
            default -> {}
        }
        if (how == Fault.SLOW_CLOSE) {
            List.copyOf(pairs).forEach(Pair::endSlowly);
        }
    }

    /** New connections are as good as any. Those that fell silent stay dead, and the PBX is told so as a router would. */
    void heal() throws IOException {
        fault = Fault.NONE;
        pairs.stream().filter(pair -> pair.silent).forEach(pair -> reset(pair.pbx));
        if (door.isClosed()) {
            ServerSocket next = new ServerSocket();
            next.setReuseAddress(true);
            next.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            door = next;
            listen(next);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        pairs.forEach(Pair::end);
    }

    private void listen(ServerSocket at) {
        daemon(() -> {
            try {
                while (true) {
                    new Pair(at.accept()).start();
                }
            } catch (IOException closed) {
                // down, or over
            }
        });
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "faulty-line");
        thread.setDaemon(true);
        thread.start();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // all the better
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException gone) {
            // all the better
        }
        end(socket);
    }

    /** One connection and its continuation. */
    private final class Pair {
        private final Socket account;
        private final Socket pbx;
        private volatile boolean silent;

        Pair(Socket account) throws IOException {
            this.account = account;
            this.pbx = new Socket(InetAddress.getLoopbackAddress(), to);
            this.silent = fault == Fault.HALF_OPEN || fault == Fault.SLOW_CLOSE;
        }

        void start() throws IOException {
            account.setTcpNoDelay(true);
            pbx.setTcpNoDelay(true);
            pairs.add(this);
            daemon(() -> carry(account, pbx));
            daemon(() -> carry(pbx, account));
            if (fault == Fault.SLOW_CLOSE) {
                endSlowly();
            }
        }

        void end() {
            pairs.remove(this);
            FaultyLine.end(account);
            FaultyLine.end(pbx);
        }

        void endSlowly() {
            daemon(() -> {
                pause(SLOW_MS);
                end();
            });
        }

        void reset() {
            pairs.remove(this);
            FaultyLine.reset(account);
            FaultyLine.reset(pbx);
        }

        private void carry(Socket from, Socket on) {
            try {
                InputStream in = from.getInputStream();
                OutputStream out = on.getOutputStream();
                byte[] bytes = new byte[64 * 1024];
                for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                    if (!silent) {
                        carry(bytes, n, out);
                    }
                }
            } catch (IOException gone) {
                // the other direction ends as well
            }
            if (!silent) {
                end();
            }
        }

        private void carry(byte[] bytes, int n, OutputStream out) throws IOException {
            switch (fault) {
                case LATENCY -> {
                    pause(LATE_MS);
                    out.write(bytes, 0, n);
                }
                case SLICING -> {
                    for (int at = 0, size = 1; at < n; at += size, size = 1 + (at % 3)) {
                        out.write(bytes, at, Math.min(size, n - at));
                        out.flush();
                    }
                }
                default -> out.write(bytes, 0, n);
            }
        }

        private void pause(int ms) {
            try {
                TimeUnit.MILLISECONDS.sleep(ms);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
