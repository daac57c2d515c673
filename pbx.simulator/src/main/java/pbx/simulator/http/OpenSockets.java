package pbx.simulator.http;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pbx.simulator.faults.Faults;

/** The sockets that are open, so that somebody else than their clients can do something to them. */
public final class OpenSockets {
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Faults faults;

    /** @param faults what happens to frames on the way */
    public OpenSockets(Faults faults) {
        this.faults = faults;
    }

    Faults faults() {
        return faults;
    }

    void add(Socket socket) {
        open.add(socket);
    }

    void remove(Socket socket) {
        open.remove(socket);
    }

    /** The sockets of an extension, {@code *} meaning all. */
    private List<Socket> of(String extension) {
        return open.stream()
                .filter(socket -> extension.equals("*") || socket.extension().equals(extension))
                .toList();
    }

    /** The extensions that have a socket, once for each socket. */
    public List<String> extensions() {
        return open.stream().map(Socket::extension).sorted().toList();
    }

    /** Closes them as the protocol has it, with a code. */
    public int close(String extension, int code) {
        List<Socket> closed = of(extension);
        closed.forEach(socket -> socket.close(code));
        return closed.size();
    }

    /** Cuts their connections, without a word. */
    public int cut(String extension) {
        List<Socket> cut = of(extension);
        cut.forEach(Socket::cut);
        return cut.size();
    }

    /** From now on nothing comes from them and nothing is read from them, though their connections stay. */
    public int stall(String extension) {
        List<Socket> stalled = of(extension);
        stalled.forEach(Socket::stall);
        return stalled.size();
    }
}
