package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkEvent;
import pbx.acceptance.Platform;
import pbx.kit.EmbeddedPbx;

/**
 * The platform as it is shipped, one call up: what everything hangs on is refreshed, the Web Console's own buttons are pressed,
 * and plugins come and go by the folder. No call and no frame is lost.
 */
@Tag("launched") // the platform runs in this JVM: see the pom
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SwapLaunchedTest {
    private static final int TIMES =
            SwapStage.FULL ? Integer.parseInt(System.getenv().getOrDefault("PBX_SWAP_TIMES", "20")) : 1;
    private static final String CALLS = "pbx.api.call.Calls";
    private static final Pattern PASSWORD = Pattern.compile("user admin, password (\\S+)");

    private static final EmbeddedPbx PBX = EmbeddedPbx.audio();
    private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();
    private static final AtomicInteger refreshes = new AtomicInteger();
    private static LaunchedPlatform platform;
    private static int port;
    private static List<String> before;
    private static SwapTalk talk;

    @BeforeAll
    static void open() throws Exception {
        for (String name : List.of("conf", "data", "plugins", "logs")) {
            if (Files.exists(Path.of(name))) {
                LaunchedPlatform.delete(Path.of(name));
            }
        }
        PBX.start();
        Files.createDirectories(Path.of("plugins"));
        Files.createDirectories(Path.of("conf"));
        Files.write(
                Path.of("conf/pbx.account-swap.cfg"),
                List.of("server = " + PBX.url(), "tenant = localhost", "extension = 45", ".password = demo"));
        System.setErr(new PrintStream(SAID, true, StandardCharsets.UTF_8)); // the console's first password
        port = Platform.freePort();
        platform = new LaunchedPlatform(
                SwapMicrophone.before(PBX.engine()), Map.of("org.osgi.service.http.port", "" + port));
        platform.context().addFrameworkListener(event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshes.incrementAndGet();
            }
        });
        await("the account is registered", () -> connection().contains("REGISTERED"));
        platform.use("pbx.api.media.Media", null, (media, type) -> media);
        String call = dial("601");
        await("the call talks", () -> calls().toString().contains("ACTIVE"));
        talk = new SwapTalk(SwapEnd.here(PBX.engine(), call), SwapEnd.there(PBX.engine())).settled();
        before = calls();
    }

    @AfterAll
    static void close() throws Exception {
        talk.close();
        platform.close();
        PBX.close();
    }

    /** Does it while it is listened to, and puts it into the table; each time the call is as it was, in every field. */
    private static void unheard(String what, String how, SwapTalk.Deed deed) throws Exception {
        SwapRow row = new SwapRow(what, how);
        for (int i = 0; i < TIMES; i++) {
            row.heard(talk.quietly(SwapSound::nothingLost, () -> {
                row.begin();
                long began = System.nanoTime();
                deed.run();
                double done = (System.nanoTime() - began) / 1e6;
                await("the call as it was, " + before, () -> calls().equals(before));
                row.add(done, (System.nanoTime() - began) / 1e6);
                talk.hear(SwapStage.AFTER);
            }));
        }
        SwapTable.add(row);
        System.out.println("counts: " + row.markdown());
    }

    static Stream<String> hangOnIt() {
        return Stream.of("pbx.api", "org.apache.felix.scr", "org.osgi.util.promise")
                .limit(SwapStage.FULL ? 3 : 2);
    }

    @ParameterizedTest
    @MethodSource("hangOnIt")
    void aRefreshThatTakesEverythingDown(String name) throws Exception {
        unheard(name, "refresh", () -> {
            List<String> down = platform.refresh(name);
            assertTrue(
                    down.containsAll(List.of(
                            "pbx.callcontrol",
                            "pbx.media",
                            "pbx.presence",
                            "pbx.transport",
                            "pbx.console",
                            "pbx.rest")),
                    down::toString);
            assertEquals(
                    List.of(),
                    down.stream()
                            .filter(each -> platform.bundle(each).getState() != Bundle.ACTIVE)
                            .filter(each -> platform.bundle(each).getHeaders().get("Fragment-Host") == null)
                            .toList(),
                    "did not come up again");
        });
    }

    static Stream<String> swapped() {
        return Stream.of("pbx.media", "pbx.settings", "pbx.callcontrol", "pbx.transport", "pbx.presence")
                .limit(SwapStage.FULL ? 5 : 1);
    }

    @ParameterizedTest
    @MethodSource("swapped")
    void theButtonsOfTheWebConsole(String name) throws Exception {
        Bundle bundle = platform.bundle(name);
        unheard(name, "the console's stop, start", () -> {
            press(bundle, "stop");
            await("stopped", () -> bundle.getState() == Bundle.RESOLVED);
            press(bundle, "start");
            await("started", () -> bundle.getState() == Bundle.ACTIVE);
        });
        unheard(name, "the console's update, refresh", () -> {
            for (String button : List.of("update", "refresh")) { // both work on after their answer
                int done = refreshes.get();
                press(bundle, button);
                await(button, () -> refreshes.get() > done && bundle.getState() == Bundle.ACTIVE);
            }
        });
    }

    @Test
    void theEngineIsOutOfReachAndTheConsoleSaysWhy() throws Exception {
        String bundles = ask(request("bundles.json").GET()).body();
        assertTrue(bundles.contains("pbx.media"), bundles);
        assertTrue(!bundles.contains("pbx.webrtc"), "there is no such bundle that a button could reach");
        assertTrue(ask(request("pbxplugins").GET())
                .body()
                .contains("A new version of pbx.webrtc needs a restart of the platform."));
    }

    @Test
    void aPluginThatComesAndGoesByTheFolder() throws Exception {
        Path jar = Path.of("plugins/witness.jar");
        unheard(SwapPart.PLUGIN.bundle, "folder: in, changed, out", () -> {
            put(SwapPlugin.jar(), jar);
            await("it knows the call", () -> knows("1.0.0"));
            put(SwapJar.version(SwapPlugin.jar(), "1.1.0").readAllBytes(), jar);
            await("the new one knows the call", () -> knows("1.1.0"));
            Files.delete(jar);
            await("it is gone", () -> Stream.of(platform.context().getBundles())
                    .noneMatch(bundle -> SwapPart.PLUGIN.bundle.equals(bundle.getSymbolicName())));
        });
    }

    /** Last, for the PBX's end plays its own sound again after it. */
    @Test
    @Order(Integer.MAX_VALUE)
    void whoWasReplacedIsInCommandOfTheCall() throws Exception {
        assertTrue(command("hold").contains("heldHere=true"));
        assertTrue(command("resume").contains("heldHere=false"));
        await("the call as it was, " + before, () -> calls().equals(before));
        assertTrue(command("hangUp").contains("ENDED"));
        await("no call", () -> calls().isEmpty());
    }

    private static void put(byte[] bytes, Path jar) throws IOException {
        Path coming = Files.write(Path.of("plugins/.coming"), bytes);
        Files.move(coming, jar, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean knows(String version) {
        return Stream.of(platform.context().getBundles())
                        .anyMatch(bundle -> SwapPart.PLUGIN.bundle.equals(bundle.getSymbolicName())
                                && bundle.getVersion().toString().equals(version))
                && witnessed().contains(before.get(0));
    }

    private static String witnessed() {
        return quietly("java.util.function.Supplier", "(swap=plugin)", (service, type) ->
                (String) type.getMethod("get").invoke(service));
    }

    // --- the platform, from outside ---

    private static void press(Bundle bundle, String button) throws Exception {
        ask(request("bundles/" + bundle.getBundleId())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("action=" + button)));
    }

    private static HttpRequest.Builder request(String page) throws InterruptedException {
        await("the console says its password", () -> password().find());
        Matcher password = password();
        assertTrue(password.find());
        String login = "admin:" + password.group(1);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/system/console/" + page))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertTrue(answer.statusCode() < 400, () -> answer + ": " + answer.body());
        return answer;
    }

    private static Matcher password() {
        return PASSWORD.matcher(SAID.toString(StandardCharsets.UTF_8));
    }

    private static String connection() {
        return quietly(
                "pbx.api.connection.Connection",
                null,
                (service, type) -> String.valueOf(type.getMethod("status").invoke(service)));
    }

    private static List<String> calls() {
        return quietly(CALLS, null, (service, type) -> ((List<?>)
                        type.getMethod("list").invoke(service))
                .stream().map(String::valueOf).toList());
    }

    /** Returns the id of the session. */
    private static String dial(String number) throws Exception {
        return platform.use(CALLS, null, (service, type) -> {
            Class<?> account = type.getClassLoader().loadClass("pbx.api.AccountId");
            Object call = done(type.getMethod("dial", account, String.class)
                    .invoke(service, account.getConstructor(String.class).newInstance("swap"), number));
            return call.getClass().getMethod("account").invoke(call) + "/"
                    + call.getClass().getMethod("id").invoke(call);
        });
    }

    /** Commands the one call. */
    private static String command(String name) throws Exception {
        return platform.use(CALLS, null, (service, type) -> {
            Object call = ((List<?>) type.getMethod("list").invoke(service)).get(0);
            Object id = call.getClass().getMethod("id").invoke(call);
            return String.valueOf(done(type.getMethod(name, id.getClass()).invoke(service, id)));
        });
    }

    private static Object done(Object stage) {
        return ((CompletionStage<?>) stage)
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private static <T> T quietly(String type, String filter, LaunchedPlatform.Use<T> use) {
        try {
            return platform.use(type, filter, use);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void await(String what, BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain: " + what + "; there is " + calls());
            }
            TimeUnit.MILLISECONDS.sleep(5); // what is told inside cannot be heard here
        }
    }
}
