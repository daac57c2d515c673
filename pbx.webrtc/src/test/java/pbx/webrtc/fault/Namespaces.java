package pbx.webrtc.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Two networks that have nothing but a cable to this machine each, and no way from one to the other: no route leads there.
 * Needs the right to make networks (root, in a container too).
 */
final class Namespaces implements AutoCloseable {
    private static final String A = "10.213.1.";
    private static final String B = "10.213.2.";

    private final String name = "pbx" + ProcessHandle.current().pid() % 10_000;

    Namespaces() throws Exception {
        cable("a", A);
        cable("b", B);
    }

    private void cable(String side, String network) throws Exception {
        String space = name + side;
        ip("netns add " + space);
        ip("link add " + space + "0 type veth peer name " + space + "1");
        ip("link set " + space + "1 netns " + space);
        ip("addr add " + network + "1/24 dev " + space + "0");
        ip("link set " + space + "0 up");
        ip("-n " + space + " addr add " + network + "2/24 dev " + space + "1");
        ip("-n " + space + " link set " + space + "1 up");
    }

    /** This machine's address as A sees it. */
    InetAddress atA() throws IOException {
        return InetAddress.getByName(A + "1");
    }

    InetAddress atB() throws IOException {
        return InetAddress.getByName(B + "1");
    }

    /** What is put before a command to run it there. */
    List<String> inside(String side) {
        return List.of("ip", "netns", "exec", name + side);
    }

    static void ip(String words) throws Exception {
        Process process = new ProcessBuilder(("ip " + words).split(" ", -1))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("ip " + words + ": " + said);
        }
    }

    @Override
    public void close() throws Exception {
        ip("netns del " + name + "a");
        ip("netns del " + name + "b");
    }
}
