package pbx.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;

class CheckTest {
    @RegisterExtension
    final RealFramework felix = new RealFramework();

    @RegisterExtension
    final LogLines log = new LogLines();

    @Test
    void aWrongValueLeavesTheFormerSettings() throws Exception {
        write("httpPort=1\nhost=here\n");
        Keeper keeper = felix.keeper();
        keeper.start();
        write("httpPort=abc\nhost=there\n");
        keeper.poll();
        keeper.poll();
        keeper.poll();
        assertEquals(1, felix.value("pbx.test", "httpPort"));
        assertEquals("here", felix.value("pbx.test", "host"));
        assertEquals(
                List.of(line("httpPort = \"abc\" is not a whole number; the former settings stay in force")),
                log.of("ERROR"));
        write("httpPort=2\nhost=there\n");
        keeper.poll();
        keeper.poll();
        assertEquals(2, felix.value("pbx.test", "httpPort"));
        assertEquals(1, log.of("ERROR").size());
    }

    @Test
    void withoutFormerSettingsTheDefaultHolds() throws Exception {
        write("httpPort=abc\nhost=there\n");
        felix.keeper().start();
        assertNull(felix.value("pbx.test", "httpPort"));
        assertEquals("there", felix.value("pbx.test", "host"));
        assertEquals(List.of(line("httpPort = \"abc\" is not a whole number; the default is used")), log.of("ERROR"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "httpPort=99999 | httpPort = \"99999\" is not between -1 and 65535",
                "httpPort=-2 | httpPort = \"-2\" is not between -1 and 65535",
                "httpPort=99999999999 | httpPort = \"99999999999\" is not between -1 and 65535",
                "httpPort= | httpPort = \"\" is not a whole number",
                "big=2 | big = \"2\" is less than 3",
                "on=yes | on = \"yes\" is neither true nor false",
                "gain=loud | gain = \"loud\" is not a number",
                "mode=sctp | mode = \"sctp\" is none of udp, tcp",
                "ports=1,x,3 | ports = \"x\" is not a whole number",
                "mode=a\\nb | mode = \"a?b\" is none of udp, tcp",
                "pin=abc | pin (not shown) is too short",
                ".code=abc | .code (not shown) is not a whole number",
            })
    void whatIsExpectedIsSaid(String setting, String words) throws Exception {
        write(setting);
        felix.keeper().start();
        assertEquals(List.of(line(words + "; the default is used")), log.of("ERROR"));
    }

    @Test
    void formerSettingsThatANewVersionRefusesDoNotStay() throws Exception {
        write("httpPort=7000\nhost=here\n");
        felix.keeper().start();
        felix.context().getBundle(RealFramework.DEFINES).update(TestDefinition.jar(1000));
        felix.keeper().start();
        assertNull(felix.value("pbx.test", "httpPort"));
        assertEquals("here", felix.value("pbx.test", "host"));
        assertEquals(
                List.of(line("httpPort = \"7000\" is not between -1 and 1000; the default is used")), log.of("ERROR"));
    }

    /** At start-up most bundles are installed, but not started. */
    @Test
    void aBundleThatIsNotStartedDefinesToo() throws Exception {
        felix.context().getBundle(RealFramework.DEFINES).uninstall();
        Bundle idle = felix.context().installBundle("file:idle", TestDefinition.jar());
        assertEquals(Bundle.INSTALLED, idle.getState());
        write("httpPort=5\n");
        felix.keeper().start();
        assertEquals(5, felix.value("pbx.test", "httpPort"));
    }

    @Test
    void severalWrongValuesAreOneLine() throws Exception {
        write("httpPort=abc\non=maybe\n");
        felix.keeper().start();
        assertEquals(
                List.of(line("httpPort = \"abc\" is not a whole number; on = \"maybe\" is neither true nor false; the"
                        + " defaults are used")),
                log.of("ERROR"));
    }

    @Test
    void anUnknownNameIsToldAndPassedOn() throws Exception {
        write("htpPort=5\nlog.target=(a=b)\n");
        felix.keeper().start();
        assertEquals(List.of(line("there is no setting \"htpPort\"; did you mean httpPort?")), log.of("WARN"));
        assertEquals("5", felix.value("pbx.test", "htpPort"));
    }

    @Test
    void noSecretIsLogged() throws Exception {
        write("pin=zq\n.code=zqcret\n.other=zqcret\n");
        Keeper keeper = felix.keeper();
        keeper.start();
        write("pin=zqcret\n.code=5\n.other=zqcret2\n");
        keeper.poll();
        keeper.poll();
        felix.find("pbx.test")
                .get(0)
                .update(org.osgi.framework.FrameworkUtil.asDictionary(
                        java.util.Map.of("pin", "zqcret3", ".other", "zqcret4")));
        keeper.changed("pbx.test", null);
        List<String> all = List.of("ERROR", "WARN", "INFO", "DEBUG").stream()
                .flatMap(level -> log.of(level).stream())
                .toList();
        assertTrue(Files.readString(felix.file("pbx.test.cfg")).contains("zqcret4"), "it was written");
        assertTrue(all.size() >= 3, all.toString());
        assertFalse(all.toString().contains("zq"), all.toString());
        String trail = Files.readString(felix.conf().resolveSibling("audit.log"));
        assertTrue(trail.contains("\"by\":\"elsewhere\"") && trail.contains("pin: "), trail);
        assertFalse(trail.contains("zq"), trail);
    }

    private String line(String words) {
        return felix.file("pbx.test.cfg") + ": " + words;
    }

    private void write(String text) throws Exception {
        Files.writeString(felix.file("pbx.test.cfg"), text);
    }
}
