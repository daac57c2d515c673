package pbx.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import pbx.api.plugin.Plugin;
import pbx.api.plugin.Plugin.State;
import pbx.plugins.sample.Good;
import pbx.plugins.sample.Throwing;
import pbx.plugins.sample.Waiting;

/** A version that was replaced is kept: it is gone back to when asked, or when the new one is not well. */
class VersionsTest {
    private static final String FAIL = "pbx.plugins.sample.fail";

    @RegisterExtension
    final RealFramework felix = new RealFramework();

    @RegisterExtension
    final LogLines log = new LogLines();

    private final Told told = new Told();
    private Path folder;
    private Deployer deployer;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectories(felix.folder().resolve("plugins"));
        start();
    }

    private void start() {
        deployer = new Deployer(felix.context(), Settings.plain(folder, Duration.ofMillis(20)));
        deployer.bindListener(told, felix.reference());
    }

    @AfterEach
    void close() throws InterruptedException {
        System.clearProperty(FAIL);
        deployer.stop();
    }

    @Test
    void rollBackGoesBackAndForward() throws Exception {
        assertEquals(Optional.empty(), get(deployer.deploy(good("1.0.0"))).previous());
        assertThrows(ExecutionException.class, () -> get(deployer.rollBack("good")));
        assertEquals(Optional.of("1.0.0"), get(deployer.deploy(good("2.0.0"))).previous());
        Plugin back = get(deployer.rollBack("good"));
        assertEquals("1.0.0 RUNNING Optional[2.0.0]", text(back));
        assertEquals(
                TestJar.bundle("good", "1.0.0").activator(Good.class).bytes().length,
                Files.size(folder.resolve("good.jar")));
        assertEquals("2.0.0 RUNNING Optional[1.0.0]", text(get(deployer.rollBack("good"))));
        get(deployer.undeploy("good"));
        assertEquals(Optional.empty(), get(deployer.deploy(good("3.0.0"))).previous());
    }

    @Test
    void aFailedUpdateIsAProblemOfTheRunningPluginAndRollBackMendsTheFolder() throws Exception {
        get(deployer.deploy(good("1.0.0")));
        Plugin failed = get(deployer.deploy(bad("2.0.0")));
        assertEquals(State.FAILED, failed.state());
        Plugin runs = told.await(p -> p.problem().isPresent());
        assertEquals("1.0.0 RUNNING Optional[1.0.0]", text(runs));
        assertTrue(runs.problem().get().contains("its start failed"), runs::toString);
        told.forget();
        get(deployer.rollBack("good"));
        assertEquals(
                "1.0.0 RUNNING Optional.empty", text(told.await(p -> p.problem().isEmpty())));
    }

    @Test
    void afterARestartTheKeptVersionRunsWhereTheFolderHasABadOne() throws Exception {
        get(deployer.deploy(good("1.0.0")));
        get(deployer.deploy(bad("2.0.0")));
        deployer.stop();
        felix.context().getBundle("plugin:good").uninstall();
        told.forget();
        start();
        assertEquals("1.0.0", told.await(p -> p.state() == State.RUNNING).version());
    }

    @Test
    void aNewVersionWhoseComponentFailsIsRolledBackByItself() throws Exception {
        felix.startScr();
        deployer.bindRuntime(felix.service(ServiceComponentRuntime.class));
        get(deployer.deploy(waiting("1.0.0")));
        System.setProperty(FAIL, "true");
        get(deployer.deploy(waiting("2.0.0")));
        Plugin back = told.await(p -> p.version().equals("1.0.0") && p.problem().isPresent());
        assertTrue(
                back.problem().get().startsWith("version 2.0.0 was rolled back: its component waiting failed: "),
                back::toString);
        assertEquals(Optional.of("2.0.0"), back.previous());
        assertTrue(Files.readString(felix.folder().resolve("audit.log")).contains("\"ROLLED_BACK\""));
    }

    private Path good(String version) throws IOException {
        return TestJar.bundle("good", version)
                .activator(Good.class)
                .at(felix.folder().resolve("good.jar"));
    }

    private Path bad(String version) throws IOException {
        return TestJar.bundle("good", version)
                .activator(Throwing.class)
                .at(felix.folder().resolve("good.jar"));
    }

    private Path waiting(String version) throws IOException {
        return TestJar.bundle("waiting", version)
                .with("Service-Component", "OSGI-INF/waiting.xml")
                .type(Waiting.class)
                .text(
                        "OSGI-INF/waiting.xml",
                        """
                        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="waiting" immediate="true">
                          <implementation class="pbx.plugins.sample.Waiting"/>
                        </scr:component>
                        """)
                .at(felix.folder().resolve("waiting.jar"));
    }

    private static String text(Plugin plugin) {
        return plugin.version() + " " + plugin.state() + " " + plugin.previous();
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
