package pbx.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Takes TCP connections at one address on to another: a program, to be run in a network namespace. */
final class Relay {
    private Relay() {}

    /** {@code HERE PORT THERE PORT}; says {@code ready}, and ends with its standard input. */
    public static void main(String[] words) throws IOException {
        ServerSocket door = new ServerSocket(Integer.parseInt(words[1]), 50, InetAddress.getByName(words[0]));
        daemon(() -> {
            while (true) {
                Socket here = door.accept();
                daemon(() -> {
                    Socket there = new Socket(words[2], Integer.parseInt(words[3]));
                    daemon(() -> pump(here, there));
                    pump(there, here);
                });
            }
        });
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // until whoever started it is gone
        }
    }

    private static void pump(Socket from, Socket to) throws IOException {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        }
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException ended) {
                // the connection
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }
}
