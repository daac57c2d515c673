package pbx.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import pbx.api.PbxException;
import pbx.api.connection.ConnectionTest.Step;
import pbx.api.connection.ConnectionTest.What;
import pbx.api.socket.WebSockets;

/** One run of a connection test, on a thread of its own that may wait. */
final class Trial {
    private static final int PATIENCE_SECONDS = 10;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final WebSockets sockets;
    private final Account account;
    private final Json json = new Json();
    private final Http http = new Http(json, new Trust());
    private final String name = "test-" + UUID.randomUUID();
    private final List<Step> steps = new ArrayList<>();
    private Session session;

    private interface Try {
        String make() throws Exception;
    }

    Trial(WebSockets sockets, Account account) {
        this.sockets = sockets;
        this.account = account;
    }

    List<Step> run() {
        try {
            boolean passed = true;
            for (Map.Entry<What, Try> next : plan().entrySet()) {
                passed = passed && step(next.getKey(), next.getValue());
            }
        } finally {
            sockets.close(name);
            http.close();
        }
        return List.copyOf(steps);
    }

    private Map<What, Try> plan() {
        Map<What, Try> plan = new EnumMap<>(What.class);
        plan.put(What.SETTINGS, this::settings);
        plan.put(What.DNS, this::dns);
        plan.put(What.TCP, this::tcp);
        if (account.secure()) {
            plan.put(What.TLS, this::tls);
        }
        plan.put(What.LOGIN, this::login);
        plan.put(What.SOCKET, this::socket);
        plan.put(What.STATE, this::state);
        return plan;
    }

    private boolean step(What what, Try work) {
        long began = System.nanoTime();
        boolean passed = false;
        String words;
        try {
            words = work.make();
            passed = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            words = "the test was stopped";
        } catch (TimeoutException e) {
            words = "nothing was answered in " + PATIENCE_SECONDS + " s";
        } catch (Exception e) {
            words = wrong(e);
        }
        steps.add(new Step(what, passed, Duration.ofNanos(System.nanoTime() - began), words));
        return passed;
    }

    private String wrong(Exception failed) {
        Throwable cause =
                failed instanceof ExecutionException && failed.getCause() != null ? failed.getCause() : failed;
        String words = cause instanceof IllegalArgumentException || cause instanceof PbxException
                ? String.valueOf(cause.getMessage())
                : Problems.of(account, cause);
        return words.replaceFirst("; trying again$", "");
    }

    private String settings() {
        if (account.replayed()) {
            throw new IllegalArgumentException("this account plays a recording back: there is no PBX to be tested");
        }
        account.fault().ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        return account.label() + " on " + account.server();
    }

    private String dns() throws IOException {
        return InetAddress.getByName(account.server().getHost()).getHostAddress();
    }

    private String tcp() throws IOException {
        try (Socket socket = connected()) {
            return "connected to " + socket.getRemoteSocketAddress();
        }
    }

    private Socket connected() throws IOException {
        URI server = account.server();
        int port = server.getPort() >= 0 ? server.getPort() : account.secure() ? HTTPS : HTTP;
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(server.getHost(), port), PATIENCE_SECONDS * 1000);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private String tls() throws IOException, GeneralSecurityException {
        SSLContext context = http.tls(account).orElse(SSLContext.getDefault());
        URI server = account.server();
        try (Socket plain = connected();
                SSLSocket socket = (SSLSocket)
                        context.getSocketFactory().createSocket(plain, server.getHost(), plain.getPort(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(PATIENCE_SECONDS * 1000);
            socket.startHandshake();
            String whose = socket.getSession().getPeerCertificates()[0] instanceof X509Certificate certificate
                    ? certificate.getSubjectX500Principal() + ", valid until "
                            + certificate.getNotAfter().toInstant()
                    : "unknown";
            return socket.getSession().getProtocol() + ", certificate of " + whose;
        }
    }

    private String login() throws ExecutionException, InterruptedException, TimeoutException {
        session = get(new Login(json, http).login(account, Duration.ofSeconds(PATIENCE_SECONDS)));
        return "PBX " + session.version().orElse("of unknown version");
    }

    private String socket() throws ExecutionException, InterruptedException, TimeoutException {
        get(sockets.open(name, account.socket(), Map.of("Cookie", session.cookie()), http.tls(account)));
        return "open";
    }

    /** Asks as a connection does, but registers nothing. */
    private String state() throws ExecutionException, InterruptedException, TimeoutException {
        CompletableFuture<String> first = new CompletableFuture<>();
        sockets.attach(name, new WebSockets.Receiver() {
            @Override
            public void text(String frame) {
                json.message(frame).ifPresent(message -> first.complete(message.kind()));
            }

            @Override
            public void closed(int code, String reason) {
                first.completeExceptionally(new IllegalArgumentException("the PBX closed the socket (" + code + ")"));
            }
        });
        new Bootstrap(message -> sockets.send(name, json.text(message.fields()))).subscribe(account.extension());
        return "the PBX said " + get(first);
    }

    private static <T> T get(CompletionStage<T> stage)
            throws ExecutionException, InterruptedException, TimeoutException {
        return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
