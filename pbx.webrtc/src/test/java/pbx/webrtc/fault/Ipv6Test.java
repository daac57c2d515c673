package pbx.webrtc.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A network without IPv4. */
@NeedsNetworks
class Ipv6Test {
    private static final String ADDRESS = "fd00:213::1";

    private final String name = "pbx" + ProcessHandle.current().pid() % 10_000 + "six";

    @BeforeEach
    void open() throws Exception {
        Namespaces.ip("netns add " + name);
        Namespaces.ip("-n " + name + " link set lo up"); // what goes to an address of its own goes over it
        Namespaces.ip("-n " + name + " link add net0 type bridge");
        Namespaces.ip("-n " + name + " addr add " + ADDRESS + "/64 dev net0 nodad");
        Namespaces.ip("-n " + name + " link set net0 up");
    }

    @AfterEach
    void close() throws Exception {
        Namespaces.ip("netns del " + name);
    }

    @Test
    void aCallNeedsNoIpv4() throws Exception {
        List<String> inside = List.of("ip", "netns", "exec", name);
        try (End a = new End(inside, 440, 620);
                End b = new End(inside, 620, 440)) {
            String answer = b.ask("answer", a.ask("offer", ""));
            a.ask("accept", answer);
            a.ask("candidate", udp(b));
            b.ask("candidate", udp(a));
            a.hears(0, 20);
            b.hears(0, 20);
            assertEquals("host " + ADDRESS, a.ask("way", ""));
        }
    }

    private static String udp(End end) throws Exception {
        return end.await(
                        0,
                        said -> said.what().equals("candidate") && said.text().contains(" udp "),
                        10)
                .text();
    }
}
