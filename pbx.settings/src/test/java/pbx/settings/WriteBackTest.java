package pbx.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Dictionary;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;

/** "The console" here is anybody who updates a configuration. */
class WriteBackTest {
    private static final String FILE =
            """
            # Where it listens.
            httpPort = 1

            ! kept
            host:here
            names=a,\\
                  b
            .code   0007
            """;

    @RegisterExtension
    final RealFramework felix = new RealFramework();

    @Test
    void onlyChangedLinesChange() throws Exception {
        Files.writeString(felix.file("pbx.test.cfg"), FILE);
        Files.setPosixFilePermissions(felix.file("pbx.test.cfg"), PosixFilePermissions.fromString("rw-r-----"));
        Keeper keeper = started();
        Configuration console = felix.find("pbx.test").get(0);
        edit(console, "httpPort", 2);
        edit(console, "host", " c:\\there");
        edit(console, "extra", new String[] {"x", "y,z"});
        keeper.changed("pbx.test", null);
        assertEquals(
                FILE.replace("httpPort = 1", "httpPort = 2").replace("host:here", "host:\\ c:\\\\there")
                        + "extra = x,y\\\\,z\n",
                text("pbx.test.cfg"));
        assertEquals("rw-r-----", permissions("pbx.test.cfg"));
        assertEquals(Set.of("pbx.test.cfg"), files());
        long count = console.getChangeCount();
        keeper.poll();
        keeper.poll();
        assertEquals(count, felix.find("pbx.test").get(0).getChangeCount(), "what it wrote is no news");
    }

    @Test
    void aSettingThatIsTakenAwayLosesItsLine() throws Exception {
        Files.writeString(felix.file("pbx.test.cfg"), "# one\nhttpPort=1\n# two\nhost=here");
        Keeper keeper = started();
        felix.find("pbx.test").get(0).update(FrameworkUtil.asDictionary(Map.of("host", "here", "on", false)));
        keeper.changed("pbx.test", null);
        assertEquals("# one\n# two\nhost=here\non = false\n", text("pbx.test.cfg"));
    }

    @Test
    void ownUpdatesWriteNothing() throws Exception {
        Files.writeString(felix.file("pbx.test.cfg"), FILE + "big=wrong\n");
        Files.writeString(felix.file("pbx.line-demo.cfg"), FILE);
        Stamp test = Stamp.of(felix.file("pbx.test.cfg")).orElseThrow();
        Stamp line = Stamp.of(felix.file("pbx.line-demo.cfg")).orElseThrow();
        Keeper keeper = started();
        keeper.changed("pbx.test", null);
        keeper.changed("pbx.line~demo", "pbx.line");
        assertEquals(test, Stamp.of(felix.file("pbx.test.cfg")).orElseThrow());
        assertEquals(line, Stamp.of(felix.file("pbx.line-demo.cfg")).orElseThrow());
        assertEquals(FILE + "big=wrong\n", text("pbx.test.cfg"));
        assertEquals(FILE, text("pbx.line-demo.cfg"));
    }

    @Test
    void aNewConfigurationGetsAFileForItsOwnerOnly() throws Exception {
        Keeper keeper = started();
        Configuration made = felix.admin().createFactoryConfiguration("pbx.line", "?");
        made.update(FrameworkUtil.asDictionary(Map.of("httpPort", 5)));
        keeper.changed(made.getPid(), "pbx.line");
        String name = "pbx.line-" + made.getPid().substring("pbx.line.".length()) + ".cfg";
        assertEquals(Set.of(name), files());
        assertEquals("httpPort = 5\n", text(name));
        assertEquals("rw-------", permissions(name));
        Files.writeString(felix.file(name), "httpPort = 6\n");
        keeper.poll();
        keeper.poll();
        assertEquals(6, felix.value(made.getPid(), "httpPort"));
        assertEquals(1, felix.admin().listConfigurations("(service.factoryPid=pbx.line)").length);
        started();
        assertEquals(1, felix.admin().listConfigurations("(service.factoryPid=pbx.line)").length);
    }

    @Test
    void aDeletedConfigurationRenamesItsFile() throws Exception {
        Files.writeString(felix.file("pbx.test.cfg.deleted"), "older");
        Files.writeString(felix.file("pbx.test.cfg"), FILE);
        Keeper keeper = started();
        felix.find("pbx.test").get(0).delete();
        keeper.changed("pbx.test", null);
        assertEquals(Set.of("pbx.test.cfg.deleted", "pbx.test.cfg.deleted-2"), files());
        assertEquals(FILE, text("pbx.test.cfg.deleted-2"));
        keeper.poll();
        keeper.poll();
        assertEquals(0, felix.find("pbx.test").size());
    }

    @Test
    void anEditOfTheFileThatWasNotReadYetIsNotLost() throws Exception {
        Files.writeString(felix.file("pbx.test.cfg"), "httpPort=1\nhost=here\n");
        Keeper keeper = started();
        Files.writeString(felix.file("pbx.test.cfg"), "httpPort=1\nhost=from the editor\n");
        edit(felix.find("pbx.test").get(0), "httpPort", 2);
        keeper.changed("pbx.test", null);
        assertEquals("httpPort=2\nhost=from the editor\n", text("pbx.test.cfg"));
        keeper.poll();
        keeper.poll();
        assertEquals("from the editor", felix.value("pbx.test", "host"));
        assertEquals(2, felix.value("pbx.test", "httpPort"));
    }

    @Test
    void theEditsOfAFileThatWasRefusedAreNotLost() throws Exception {
        Files.writeString(felix.file("pbx.test.cfg"), "httpPort=1\nhost=here\nbig=5\n");
        Keeper keeper = started();
        Files.writeString(felix.file("pbx.test.cfg"), "httpPort=1\nhost=from the editor\nbig=typo\n");
        keeper.poll();
        keeper.poll();
        assertEquals("here", felix.value("pbx.test", "host"), "it was refused");
        for (int port = 2; port < 4; port++) { // and read again, and refused again
            edit(felix.find("pbx.test").get(0), "httpPort", port);
            keeper.changed("pbx.test", null);
            assertEquals("httpPort=" + port + "\nhost=from the editor\nbig=typo\n", text("pbx.test.cfg"));
            keeper.poll();
            keeper.poll();
        }
        Files.writeString(felix.file("pbx.test.cfg"), text("pbx.test.cfg").replace("typo", "7"));
        keeper.poll();
        keeper.poll();
        assertEquals("from the editor", felix.value("pbx.test", "host"));
        assertEquals(3, felix.value("pbx.test", "httpPort"));
        assertEquals(7L, felix.value("pbx.test", "big"));
    }

    /** An empty one holds no edits: what is in force is written into it, all of it. */
    @Test
    void aFileThatWasEmptiedIsFilledAgain() throws Exception {
        Files.writeString(felix.file("pbx.test.cfg"), "httpPort=1\nhost=here\n");
        Keeper keeper = started();
        Files.writeString(felix.file("pbx.test.cfg"), "\n");
        keeper.poll();
        keeper.poll();
        edit(felix.find("pbx.test").get(0), "httpPort", 2);
        keeper.changed("pbx.test", null);
        keeper.poll();
        keeper.poll();
        assertEquals("here", felix.value("pbx.test", "host"));
        assertEquals(2, felix.value("pbx.test", "httpPort"));
    }

    @Test
    void whatANewVersionRefusesStandsInTheWayOfNoChange() throws Exception {
        Files.writeString(felix.file("pbx.test.cfg"), "httpPort=7000\nhost=here\n");
        Keeper keeper = started();
        felix.context().getBundle(RealFramework.DEFINES).update(TestDefinition.jar(1000));
        edit(felix.find("pbx.test").get(0), "host", "there");
        keeper.changed("pbx.test", null);
        keeper.changed("pbx.test", null); // of what was set without the port
        assertEquals("there", felix.value("pbx.test", "host"));
        assertEquals(null, felix.value("pbx.test", "httpPort"));
        assertEquals("httpPort=7000\nhost=there\n", text("pbx.test.cfg"), "its own lines are for people to mend");
    }

    @Test
    void namesThatLeadOutOfTheFolderGetNoFile() throws Exception {
        Keeper keeper = started();
        Configuration made = felix.admin().getFactoryConfiguration("pbx.line", "../../evil", "?");
        made.update(FrameworkUtil.asDictionary(Map.of("httpPort", 5)));
        keeper.changed(made.getPid(), "pbx.line");
        assertEquals(Set.of(), files());
        assertFalse(Files.exists(felix.conf().resolve("../../evil.cfg")));
    }

    @Test
    void whatAnotherToolSetsWronglyReachesNoFileAndIsSetBack() throws Exception {
        Files.writeString(felix.file("pbx.test.cfg"), "httpPort=1\nhost=here\n");
        Keeper keeper = started();
        edit(felix.find("pbx.test").get(0), "httpPort", 70000);
        keeper.changed("pbx.test", null);
        assertEquals("httpPort=1\nhost=here\n", text("pbx.test.cfg"));
        assertEquals(1, felix.value("pbx.test", "httpPort"));

        Configuration made = felix.admin().getConfiguration("pbx.other", "?");
        made.update(FrameworkUtil.asDictionary(Map.of("httpPort", "abc")));
        keeper.changed("pbx.other", null);
        assertEquals("httpPort = abc\n", text("pbx.other.cfg"), "nobody defines that");
        Configuration line = felix.admin().getFactoryConfiguration("pbx.line", "a", "?");
        line.update(FrameworkUtil.asDictionary(Map.of("httpPort", "abc", "host", "there")));
        keeper.changed(line.getPid(), "pbx.line");
        assertEquals(null, felix.value(line.getPid(), "httpPort"));
        keeper.changed(line.getPid(), "pbx.line");
        assertEquals("host = there\n", text("pbx.line-a.cfg"));
    }

    @Test
    void othersConfigurationsAreNoneOfOurs() throws Exception {
        Keeper keeper = started();
        felix.admin().getConfiguration("org.other", "?").update(FrameworkUtil.asDictionary(Map.of("a", "b")));
        keeper.changed("org.other", null);
        assertTrue(files().isEmpty());
    }

    private Keeper started() throws Exception {
        Keeper keeper = felix.keeper();
        keeper.start();
        return keeper;
    }

    private static void edit(Configuration configuration, String key, Object value) throws Exception {
        Dictionary<String, Object> properties = configuration.getProperties();
        properties.put(key, value);
        configuration.update(properties);
    }

    private String text(String name) throws Exception {
        return Files.readString(felix.file(name));
    }

    private String permissions(String name) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(felix.file(name)));
    }

    private Set<String> files() throws Exception {
        try (Stream<java.nio.file.Path> files = Files.list(felix.conf())) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
