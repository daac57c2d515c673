package pbx.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Two networks and a router between them, each in a namespace of its own; nothing leads out of them. Needs root. */
final class TwoNetworks implements AutoCloseable {
    static final String HERE = "10.214.1.2";
    static final String ELSEWHERE = "10.214.1.3";
    static final String THERE = "10.214.2.2";

    private final String name = "pbx" + ProcessHandle.current().pid() % 10_000;
    private final List<Process> relays = new ArrayList<>();

    TwoNetworks() throws Exception {
        for (String space : List.of("a", "r", "b")) {
            ip("netns add " + name + space);
            ip("-n " + name + space + " link set lo up");
        }
        cable("a", HERE, "10.214.1.1");
        cable("b", THERE, "10.214.2.1");
        run("ip netns exec " + name + "r sysctl -q -w net.ipv4.ip_forward=1");
    }

    private void cable(String side, String end, String router) throws Exception {
        ip("link add " + side + "0 netns " + name + side + " type veth peer name " + side + "1 netns " + name + "r");
        ip("-n " + name + "r addr add " + router + "/24 dev " + side + "1");
        ip("-n " + name + "r link set " + side + "1 up");
        address(side, end, router);
    }

    private void address(String side, String end, String router) throws Exception {
        ip("-n " + name + side + " addr add " + end + "/24 dev " + side + "0");
        ip("-n " + name + side + " link set " + side + "0 up");
        ip("-n " + name + side + " route add default via " + router);
    }

    /** What is put before a command to run it there: {@code a} or {@code b}. */
    List<String> inside(String side) {
        return List.of("ip", "netns", "exec", name + side);
    }

    /** Whoever connects to {@code from} on one side's {@code here} comes out at {@code there}. */
    void relay(String side, String here, String there, int port) throws Exception {
        List<String> command = new ArrayList<>(inside(side));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Relay.class.getName(),
                here,
                String.valueOf(port),
                there,
                String.valueOf(port)));
        Process relay = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        relays.add(relay);
        BufferedReader said = relay.inputReader(StandardCharsets.UTF_8);
        if (!"ready".equals(said.readLine())) {
            throw new IOException("no relay at " + here);
        }
    }

    /** Nothing passes any more, and nobody is told; or all does again. */
    void dark(boolean on) throws Exception {
        for (String end : List.of(HERE, ELSEWHERE, THERE)) {
            ip("-n " + name + "r route " + (on ? "add" : "del") + " blackhole " + end + "/32");
        }
    }

    /** The first network gives another address, as when somebody walks from one room to another. */
    void move() throws Exception {
        ip("-n " + name + "a addr del " + HERE + "/24 dev a0");
        address("a", ELSEWHERE, "10.214.1.1");
    }

    private static void ip(String words) throws Exception {
        run("ip " + words);
    }

    private static void run(String words) throws Exception {
        Process process = new ProcessBuilder(words.split(" ", -1))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(words + ": " + said);
        }
    }

    @Override
    public void close() throws Exception {
        relays.forEach(Process::destroy);
        for (String space : List.of("a", "r", "b")) {
            ip("netns del " + name + space);
        }
    }
}
