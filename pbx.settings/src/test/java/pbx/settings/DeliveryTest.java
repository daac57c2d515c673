package pbx.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationPlugin;
import org.osgi.service.cm.ManagedService;
import org.osgi.service.metatype.MetaTypeService;
import pbx.api.settings.Secret;

/** What whoever is configured is given, by a real ConfigurationAdmin. */
class DeliveryTest {
    @RegisterExtension
    final RealFramework felix = new RealFramework();

    @RegisterExtension
    final LogLines log = new LogLines();

    @TempDir
    Path folder;

    private final LinkedBlockingQueue<Map<String, Object>> given = new LinkedBlockingQueue<>();
    private Configuration configuration;

    @BeforeEach
    void listen() throws Exception {
        MetaTypeService metatype = felix.service(MetaTypeService.class);
        plugin(new LastGood(felix.context(), metatype), 100);
        plugin(new Reveal(felix.context(), metatype), 200);
        felix.context()
                .registerService(
                        ManagedService.class,
                        properties ->
                                given.add(properties == null ? Map.of() : Map.copyOf(FrameworkUtil.asMap(properties))),
                        FrameworkUtil.asDictionary(Map.of("service.pid", "pbx.test")));
        assertEquals(Map.of(), next());
        configuration = felix.admin().getConfiguration("pbx.test", "?");
    }

    private void plugin(ConfigurationPlugin plugin, int rank) {
        felix.context()
                .registerService(
                        ConfigurationPlugin.class,
                        plugin,
                        FrameworkUtil.asDictionary(Map.of(ConfigurationPlugin.CM_RANKING, rank)));
    }

    @Test
    void wrongSettingsAreNeverDelivered() throws Exception {
        set(Map.of("httpPort", "many", "host", "first"));
        assertEquals(null, given("httpPort", "host", "first"), "nothing was good before: the default");
        assertTrue(log.of("ERROR").get(0).contains("httpPort = \"many\" is not a whole number; defaults are used"));

        set(Map.of("httpPort", 1, "host", "second"));
        assertEquals(1, given("httpPort", "host", "second"));
        set(Map.of("httpPort", 70000, "host", "third"));
        assertEquals(1, given("httpPort", "host", "second"), "the last good ones, all of them");
        assertTrue(log.of("ERROR").get(1).contains("the last good settings stay in force"), log.of("ERROR")::toString);
        set(Map.of("httpPort", 2, "host", "fourth"));
        assertEquals(2, given("httpPort", "host", "fourth"));
    }

    @Test
    void whatWasGoodForAnOlderVersionIsNotDelivered() throws Exception {
        set(Map.of("httpPort", 7000, "host", "first"));
        assertEquals(7000, given("httpPort", "host", "first"));
        felix.context().getBundle(RealFramework.DEFINES).update(TestDefinition.jar(1000));
        set(Map.of("httpPort", 7000, "host", "second"));
        assertEquals(null, given("httpPort", "host", "second"));
    }

    @Test
    void secretsAreDeliveredAndNowhereElse() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "from a file\n");
        set(Map.of("pin", "file:" + file));
        assertEquals("from a file", next().get("pin"));
        String sealed = Secret.sealed("CANARY");
        set(Map.of("pin", sealed, "host", sealed));
        Map<String, Object> delivered = next();
        assertEquals("CANARY", delivered.get("pin"));
        assertEquals(sealed, delivered.get("host"), "no PASSWORD: nobody asked for it to be opened");
        assertEquals(sealed, felix.value("pbx.test", "pin"));
        set(Map.of("pin", "plain:env:X"));
        assertEquals("plain:env:X", next().get("pin"), "whoever reveals it gets env:X, once");
        set(Map.of("pin", "env:PBX_NO_SUCH"));
        assertEquals("env:PBX_NO_SUCH", next().get("pin"));
        assertTrue(log.of("WARN").get(0).contains("pbx.test: the setting pin refers to env:PBX_NO_SUCH"));
    }

    private void set(Map<String, Object> values) throws Exception {
        configuration.update(FrameworkUtil.asDictionary(values));
    }

    private Object given(String key, String other, Object expected) throws InterruptedException {
        Map<String, Object> next = next();
        assertEquals(expected, next.get(other));
        return next.get(key);
    }

    private Map<String, Object> next() throws InterruptedException {
        Map<String, Object> next = given.poll(30, TimeUnit.SECONDS);
        assertTrue(next != null, "nothing was delivered");
        return next;
    }
}
