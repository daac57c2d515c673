package pbx.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.slf4j.LoggerFactory;
import pbx.api.settings.Page;
import pbx.api.settings.Pages;

/** The bundle as it is built, started by Declarative Services. */
class InFrameworkTest {
    @RegisterExtension
    final RealFramework felix = new RealFramework();

    @RegisterExtension
    final LogLines log = new LogLines();

    private final LinkedBlockingQueue<ConfigurationEvent> events = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> written = new LinkedBlockingQueue<>();

    @Test
    void filesAreThereWhenTheBundleStartedAndAreFollowed() throws Exception {
        Path file = felix.file("pbx.test.cfg");
        Files.writeString(file, "# port\nhttpPort=1\n");
        felix.installLibrary("org.apache.felix.scr.component.ExtComponentContext");
        watch();
        Bundle bundle = felix.install(Path.of("target/classes"), built());
        assertEquals(1, felix.value("pbx.test", "httpPort"), "set when start() returns");
        next(ConfigurationEvent.CM_UPDATED);

        Path edited = Files.writeString(felix.conf().resolveSibling("edited"), "# port\nhttpPort=22\n");
        Files.move(edited, file, StandardCopyOption.ATOMIC_MOVE); // else it might be read half written
        next(ConfigurationEvent.CM_UPDATED);
        assertEquals(22, felix.value("pbx.test", "httpPort"));
        Pages pages = felix.service(Pages.class);
        assertEquals(
                List.of("pbx.line", "pbx.test"),
                pages.list("en").toCompletableFuture().get(30, TimeUnit.SECONDS).stream()
                        .map(Page::pid)
                        .toList());
        Stamp own = Stamp.of(file).orElseThrow();

        felix.admin().getConfiguration("pbx.made", "?").update(FrameworkUtil.asDictionary(Map.of("a", "b")));
        assertTrue(written.poll(30, TimeUnit.SECONDS).contains("pbx.made.cfg"));
        assertEquals("a = b\n", Files.readString(felix.file("pbx.made.cfg")));
        assertEquals(own, Stamp.of(file).orElseThrow(), "events come in order: the one before wrote nothing");
        next(ConfigurationEvent.CM_UPDATED);

        Files.delete(file);
        next(ConfigurationEvent.CM_DELETED);
        assertEquals(0, felix.find("pbx.test").size());

        bundle.stop();
        assertEquals(1, felix.find("pbx.made").size(), "stopping deletes nothing");
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("pbx-settings")) {
                thread.join(10_000); // it has nothing more to do, but ends a moment after its executor
                assertFalse(thread.isAlive());
            }
        }
        assertEquals(0, log.of("ERROR").size() + log.of("WARN").size());
    }

    private void watch() {
        felix.context().registerService(ConfigurationListener.class, events::add, null);
        ch.qos.logback.classic.Logger logger =
                (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("pbx.settings.WriteBack");
        var told = new ch.qos.logback.core.AppenderBase<ch.qos.logback.classic.spi.ILoggingEvent>() {
            @Override
            protected void append(ch.qos.logback.classic.spi.ILoggingEvent line) {
                written.add(line.getFormattedMessage());
            }
        };
        told.start();
        logger.addAppender(told);
    }

    private void next(int type) throws InterruptedException {
        ConfigurationEvent event = events.poll(30, TimeUnit.SECONDS);
        assertEquals(type, event.getType());
    }

    private static ByteArrayInputStream built() throws Exception {
        Path classes = Path.of("target/classes");
        Manifest manifest;
        try (var in = Files.newInputStream(classes.resolve("META-INF/MANIFEST.MF"))) {
            manifest = new Manifest(in);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                if (!name.equals("META-INF/MANIFEST.MF")) {
                    jar.putNextEntry(new ZipEntry(name));
                    Files.copy(file, jar);
                }
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
