package pbx.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pbx.simulator.exchange.Exchange;
import pbx.simulator.exchange.Numbers;
import pbx.simulator.faults.Faults;
import pbx.simulator.http.Building;
import pbx.simulator.http.Credentials;
import pbx.simulator.http.HttpServer;
import pbx.simulator.http.OpenSockets;
import pbx.simulator.http.Sessions;

/** A PBX on a free port, with real HTTP and WebSocket, time by hand and no sound. */
final class Bench {
    private final FakeEngine engine = new FakeEngine();
    final CrankedLoop loop = new CrankedLoop();
    final HttpClient http = HttpClient.newHttpClient();
    final int port;
    final Sessions sessions;
    volatile String version = "PBX/67.0.5";
    final Exchange exchange;
    private final Exchange second;
    private final HttpServer server;

    Bench() {
        exchange = new Exchange("localhost", Numbers.parse("40-59"), engine, loop);
        second = new Exchange("second.example", Numbers.parse("45,70"), engine, loop);
        Credentials credentials = new Credentials("demo", "admin", "demo");
        List<Exchange> tenants = List.of(exchange, second);
        sessions = new Sessions(tenants, credentials, Duration.ofHours(1), loop);
        try {
            OpenSockets sockets = new OpenSockets(new Faults(loop));
            Building building = new Building(() -> version, tenants, sessions, sockets, Optional.empty());
            server = new HttpServer("127.0.0.1", Duration.ofSeconds(90), building);
            port = server.openHttp(0).orElseThrow();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What was asked before has been done when it returns, by the exchange and by the engine, whoever asks whom. */
    void settle() {
        for (int i = 0; i < 3; i++) {
            loop.settle();
            engine.settle();
        }
        loop.settle();
    }

    /** What the client of the session hears in the next 10 ms. */
    short[] hear(String id) {
        settle();
        return engine.hear(id);
    }

    /** The client of the session speaks for 10 ms. */
    void say(String id, short[] samples, int rate) {
        settle();
        engine.say(id, samples, rate);
    }

    /** The sessions that are open, each with its candidates. */
    Map<String, List<String>> live() {
        settle();
        return engine.live;
    }

    /** The candidates that the clients sent, each with its session. */
    List<String> candidates() {
        settle();
        return engine.candidates;
    }

    /** The sessions whose client's answer was taken. */
    List<String> accepted() {
        settle();
        return engine.accepted;
    }

    /** A socket of the extension, with the greeting still to be read. */
    Client client(String extension) {
        return Client.open(this, extension, session(extension + "@localhost"));
    }

    /** A socket that is registered and watches its own calls; what it was sent so far has been read. */
    Client phone(String extension) {
        Client client = client(extension);
        client.send("{\"action\":\"own-calls\",\"subscribe\":true}");
        client.send("{\"action\":\"sip-register\",\"useragent\":\"test\"}");
        client.action("sip-register");
        return client;
    }

    /** Two phones talk. Gives the id by which the called one knows the call; the caller's is the given one. */
    String connect(Client caller, String callid, Client called, String number) {
        caller.dial(callid, number);
        JsonNode invite = called.flat("invitesdp");
        called.answer(invite);
        caller.call(callid, "connected");
        called.call("connected");
        return invite.get("callid").asText();
    }

    /** What an extension asks over REST. */
    HttpResponse<String> rest(String method, String path, String body, String extension) {
        String basic = Base64.getEncoder().encodeToString((extension + ":demo").getBytes(StandardCharsets.UTF_8));
        return ask(method, path, body, "Authorization", "Basic " + basic);
    }

    /** Does something with an extension's calls over REST. */
    String calls(String extension, String body) {
        return rest("POST", "/rest/user/" + extension + "@localhost/calls", body, extension)
                .body();
    }

    /** Logs in and gives the session's id. */
    String session(String account) {
        String body = ask("PUT", "/rest/system/session", auth(account, "demo")).body();
        return body.substring(1, body.length() - 1);
    }

    HttpResponse<String> ask(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static String auth(String account, String password) {
        return "{\"name\":\"auth\",\"value\":\"" + account + " " + md5(password) + "\"}";
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (java.security.NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    void close() throws Exception {
        server.close();
        exchange.close();
        second.close();
        loop.close();
    }
}
