package pbx.simulator.http;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Request;
import pbx.simulator.wire.Json;

/**
 * {@code /control/VERB}: for programs on this machine that show the token, and never for a web page, whatever it can show.
 * No part of the wire; see CONTROL.md.
 */
final class ControlResource {
    private final Optional<Remote> remote;

    ControlResource(Optional<Remote> remote) {
        this.remote = remote;
    }

    /** Whether it comes from this machine, and not out of a browser that a page has sent. */
    static boolean trusts(Request request) {
        boolean local = request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress from
                && from.getAddress().isLoopbackAddress();
        return local
                && !request.getHeaders().contains("Origin")
                && !request.getHeaders().contains("Sec-Fetch-Site");
    }

    CompletableFuture<Reply> reply(Ask ask) {
        if (remote.isEmpty()) {
            return now(Reply.status(404));
        }
        if (!shown(ask.authorization())) {
            return now(Reply.status(401));
        }
        boolean reading = ask.method().equals("GET");
        if (!reading && !ask.method().equals("POST")) {
            return now(Reply.status(405));
        }
        String verb = String.join(" ", ask.path().subList(1, ask.path().size()));
        if (reading && !verb.isEmpty() && !verb.equals("status")) {
            return now(Reply.status(405));
        }
        return remote.get().run().apply(verb, ask.body()).handle(ControlResource::answer);
    }

    private boolean shown(String authorization) {
        byte[] wanted = ("Bearer " + remote.orElseThrow().token()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(wanted, authorization.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply answer(String json, Throwable failure) {
        if (failure == null) {
            return Reply.json(json);
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        boolean theirs = cause instanceof IllegalArgumentException;
        String error =
                Json.object().put("error", String.valueOf(cause.getMessage())).toString();
        return new Reply(theirs ? 400 : 500, error, "");
    }

    private static CompletableFuture<Reply> now(Reply reply) {
        return CompletableFuture.completedFuture(reply);
    }
}
