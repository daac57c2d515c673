package pbx.console.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Whether a request came on a wire on which nobody listens in: encrypted, or inside this machine. */
final class Wire {
    /** Names that no name server is asked for: another name for this machine is a trick (DNS rebinding). */
    private static final Pattern OWN = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(::1|(0+:){7}0*1)]?");

    private Wire() {}

    static boolean safe(HttpServletRequest request) {
        return request.isSecure()
                || (loopback(request.getLocalAddr())
                        && loopback(request.getRemoteAddr())
                        && OWN.matcher(request.getServerName()).matches());
    }

    private static boolean loopback(String address) {
        try {
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
