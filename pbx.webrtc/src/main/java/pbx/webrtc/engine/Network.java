package pbx.webrtc.engine;

import java.net.NetworkInterface;
import java.net.SocketException;

/** What the machine's network offers. WebRTC never uses the loopback interface, not even to reach a neighbour. */
final class Network {
    private Network() {}

    /** Whether an interface other than loopback is up and has an address. */
    static boolean leadsOutward() {
        try {
            return NetworkInterface.networkInterfaces().anyMatch(Network::usable);
        } catch (SocketException unknown) {
            return true;
        }
    }

    private static boolean usable(NetworkInterface each) {
        try {
            return each.isUp()
                    && !each.isLoopback()
                    && each.inetAddresses().findAny().isPresent();
        } catch (SocketException gone) {
            return false;
        }
    }
}
