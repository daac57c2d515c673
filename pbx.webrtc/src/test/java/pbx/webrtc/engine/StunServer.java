package pbx.webrtc.engine;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * As much of a STUN (RFC 8489) and TURN (RFC 8656) server as shows that it was asked: a binding is answered with an address of
 * the documentation's, an allocation with the question who asks.
 */
final class StunServer implements AutoCloseable {
    static final String MAPPED = "198.51.100.7";

    private static final int COOKIE = 0x2112A442;
    private static final int BINDING = 0x0001;
    private static final int ALLOCATE = 0x0003;
    private static final int USERNAME = 0x0006;

    private final DatagramSocket socket;
    final CompletableFuture<String> user = new CompletableFuture<>();

    StunServer(InetAddress on) throws IOException {
        socket = new DatagramSocket(0, on);
        Thread thread = new Thread(this::serve, "stun");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    private void serve() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
                socket.receive(packet);
                ByteBuffer request = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
                int type = request.getShort(0);
                if (type == BINDING) {
                    send(packet, 0x0101, request, mapped());
                } else if (type == ALLOCATE && !told(request)) {
                    send(packet, 0x0113, request, whoAsks());
                }
            }
        } catch (IOException closed) {
            // so it ends
        }
    }

    private boolean told(ByteBuffer request) {
        for (int at = 20; at + 4 <= request.limit(); ) {
            int length = request.getShort(at + 2);
            if (request.getShort(at) == USERNAME) {
                return user.complete(StandardCharsets.UTF_8
                        .decode(request.slice(at + 4, length))
                        .toString());
            }
            at += 4 + (length + 3) / 4 * 4;
        }
        return false;
    }

    private static byte[] mapped() throws IOException {
        int address =
                ByteBuffer.wrap(InetAddress.getByName(MAPPED).getAddress()).getInt();
        return ByteBuffer.allocate(12)
                .putShort((short) 0x0020)
                .putShort((short) 8)
                .putShort((short) 1)
                .putShort((short) (4242 ^ (COOKIE >> 16)))
                .putInt(address ^ COOKIE)
                .array();
    }

    private static byte[] whoAsks() {
        return ByteBuffer.allocate(24)
                .putInt(0x0009_0004)
                .putInt(0x0000_0401)
                .putInt(0x0014_0004)
                .put("here".getBytes(StandardCharsets.UTF_8))
                .putInt(0x0015_0004)
                .put("once".getBytes(StandardCharsets.UTF_8))
                .array();
    }

    private void send(DatagramPacket to, int type, ByteBuffer request, byte[] attributes) throws IOException {
        byte[] answer = ByteBuffer.allocate(20 + attributes.length)
                .putShort((short) type)
                .putShort((short) attributes.length)
                .put(request.slice(4, 16))
                .put(attributes)
                .array();
        socket.send(new DatagramPacket(answer, answer.length, to.getSocketAddress()));
    }

    @Override
    public void close() {
        socket.close();
    }
}
