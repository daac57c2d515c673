package pbx.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IntakeTest {
    @RegisterExtension
    final RealFramework felix = new RealFramework();

    @RegisterExtension
    final LogLines log = new LogLines();

    @Test
    void everyFileIsReadAtOnceInTheTypesOfItsDefinition() throws Exception {
        write(
                "pbx.test.cfg",
                "httpPort=1\nnames = a, b\\\\,c\nports:7,8\non true\ngain=0.5\nbig=4000000000\n.code=7\nhost=Zürich");
        write("pbx.free.cfg", "number=1\n.password=x");
        felix.keeper().start();
        assertEquals(1, felix.value("pbx.test", "httpPort"));
        assertArrayEquals(new String[] {"a", "b,c"}, (Object[]) felix.value("pbx.test", "names"));
        assertEquals(List.of(7, 8), List.copyOf((java.util.Collection<?>) felix.value("pbx.test", "ports")));
        assertEquals(true, felix.value("pbx.test", "on"));
        assertEquals(0.5, felix.value("pbx.test", "gain"));
        assertEquals(4_000_000_000L, felix.value("pbx.test", "big"));
        assertEquals("Zürich", felix.value("pbx.test", "host"));
        assertEquals("1", felix.value("pbx.free", "number"));
        assertEquals("x", felix.value("pbx.free", ".password"));
        assertEquals(List.of(), log.of("WARN"));
        assertEquals(List.of(), log.of("ERROR"));
    }

    @Test
    void namesOfFactoryConfigurations() throws Exception {
        write("pbx.line-demo.cfg", "httpPort=1");
        write("pbx.line~a-b.cfg", "httpPort=2");
        felix.keeper().start();
        assertEquals(1, felix.value("pbx.line~demo", "httpPort"));
        assertEquals(2, felix.value("pbx.line~a-b", "httpPort"));
        assertEquals("pbx.line", felix.find("pbx.line~demo").get(0).getFactoryPid());
    }

    @Test
    void twoFilesForOneConfigurationAreTold() throws Exception {
        write("pbx.line-demo.cfg", "httpPort=1");
        write("pbx.line~demo.cfg", "httpPort=2");
        Keeper keeper = started();
        assertEquals(1, felix.value("pbx.line~demo", "httpPort"));
        assertTrue(
                log.of("WARN").get(0).contains("pbx.line~demo.cfg: not used"),
                log.of("WARN").toString());
        Files.delete(felix.file("pbx.line-demo.cfg"));
        polls(keeper, 3);
        assertEquals(2, felix.value("pbx.line~demo", "httpPort"));
    }

    @Test
    void aChangeIsReadWhenTwoLooksFoundItTheSame() throws Exception {
        write("pbx.test.cfg", "httpPort=1\n");
        Keeper keeper = started();
        write("pbx.test.cfg", "httpPort=22\nho");
        keeper.poll();
        assertEquals(1, felix.value("pbx.test", "httpPort"));
        write("pbx.test.cfg", "httpPort=22\nhost=there\n");
        keeper.poll();
        assertEquals(1, felix.value("pbx.test", "httpPort"));
        keeper.poll();
        assertEquals(22, felix.value("pbx.test", "httpPort"));
        assertEquals("there", felix.value("pbx.test", "host"));
        assertEquals(List.of(), log.of("WARN"));
    }

    @Test
    void anEmptiedFileChangesNothing() throws Exception {
        write("pbx.test.cfg", "httpPort=1\n");
        Keeper keeper = started();
        write("pbx.test.cfg", "");
        polls(keeper, 4);
        assertEquals(1, felix.value("pbx.test", "httpPort"));
        assertEquals(
                List.of(felix.file("pbx.test.cfg") + ": is empty; the former settings stay in force"), log.of("WARN"));
    }

    @Test
    void aFileThatIsNotUtf8ChangesNothing() throws Exception {
        write("pbx.test.cfg", "httpPort=1\n");
        Keeper keeper = started();
        Files.write(felix.file("pbx.test.cfg"), new byte[] {'h', '=', (byte) 0xff, '\n'});
        polls(keeper, 2);
        assertEquals(1, felix.value("pbx.test", "httpPort"));
        assertTrue(log.of("WARN").get(0).endsWith("is not text in UTF-8; the former settings stay in force"));
    }

    @Test
    void aRemovedFileTakesItsConfigurationAlong() throws Exception {
        write("pbx.test.cfg", "httpPort=1\n");
        Keeper keeper = started();
        Files.delete(felix.file("pbx.test.cfg"));
        keeper.poll();
        assertEquals(1, felix.find("pbx.test").size(), "it may be on its way back");
        keeper.poll();
        assertEquals(0, felix.find("pbx.test").size());
    }

    @Test
    void aFolderThatGoesAwayChangesNothing() throws Exception {
        write("pbx.test.cfg", "httpPort=1\n");
        Keeper keeper = started();
        Files.move(felix.conf(), felix.conf().resolveSibling("elsewhere"));
        polls(keeper, 3);
        assertEquals(1, felix.value("pbx.test", "httpPort"));
        assertEquals(1, log.of("WARN").size());
    }

    @Test
    void onlyTheNamedPidsAreRead() throws Exception {
        felix.halt();
        felix.launch(Map.of("pbx.conf.only", "pbx.line, pbx.other"));
        write("pbx.test.cfg", "httpPort=1\n");
        write("pbx.line-demo.cfg", "httpPort=1");
        felix.keeper().start();
        assertEquals(0, felix.find("pbx.test").size());
        assertEquals(1, felix.find("pbx.line~demo").size());
    }

    @Test
    void whatDoesNotDifferIsNotUpdated() throws Exception {
        write("pbx.test.cfg", "httpPort=1\nnames=a,b\nports=1,2\n");
        Keeper keeper = started();
        long count = felix.find("pbx.test").get(0).getChangeCount();
        write("pbx.test.cfg", "# a comment\nhttpPort=1\nnames=a, b\nports=1,2\n");
        polls(keeper, 2);
        assertEquals(count, felix.find("pbx.test").get(0).getChangeCount());
        felix.keeper().start();
        assertEquals(count, felix.find("pbx.test").get(0).getChangeCount());
    }

    @Test
    void aFileRemovedWhileThePlatformWasOff() throws Exception {
        write("pbx.test.cfg", "httpPort=1\n");
        write("pbx.line-demo.cfg", "httpPort=1\n");
        started();
        felix.halt();
        Files.delete(felix.file("pbx.test.cfg"));
        felix.launch(Map.of());
        assertEquals(1, felix.find("pbx.test").size(), "ConfigurationAdmin remembers");
        started();
        assertEquals(0, felix.find("pbx.test").size());
        assertEquals(1, felix.find("pbx.line~demo").size());
        assertFalse(Files.exists(felix.file("pbx.test.cfg")));
    }

    private Keeper started() throws Exception {
        Keeper keeper = felix.keeper();
        keeper.start();
        return keeper;
    }

    @Test
    void theTrailSaysWhatChangedButNoSecret() throws Exception {
        write("pbx.test.cfg", "httpPort=1\n.code=7\npin=canary1");
        Keeper keeper = started();
        write("pbx.test.cfg", "httpPort=22\n.code=8\npin=canary2");
        polls(keeper, 3);
        Files.delete(felix.file("pbx.test.cfg"));
        polls(keeper, 3);
        List<String> trail = Files.readAllLines(felix.conf().resolveSibling("audit.log"));
        assertEquals(3, trail.size(), trail::toString);
        assertTrue(
                trail.get(1).contains("\"by\":\"file\",\"pid\":\"pbx.test\"")
                        && trail.get(1)
                                .contains("\".code: (not shown) -> (not shown); httpPort: 1 -> 22;"
                                        + " pin: (not shown) -> (not shown)\""),
                trail.get(1));
        assertTrue(trail.get(2).contains("CONFIGURATION_REMOVED"), trail.get(2));
        assertFalse(trail.toString().contains("canary"), trail::toString);
    }

    private static void polls(Keeper keeper, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            keeper.poll();
        }
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(felix.file(name), text);
    }
}
