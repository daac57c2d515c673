package pbx.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Instructions;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.version.Version;
import java.io.File;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Plugins are built against an API that was released, {@code baseline.jar}: a package that has changed since must say so by its
 * version, for by that version the framework decides whether a plugin still runs. See docs/decisions/0007-api-baseline.md.
 */
class BaselineTest {
    private final Processor bnd = new Processor();
    private Jar released;
    private Jar now;

    @BeforeEach
    void open() throws Exception {
        released = new Jar(new File("baseline.jar"));
        now = new Jar(new File("target/classes"));
    }

    @AfterEach
    void close() throws Exception {
        now.close();
        released.close();
        bnd.close();
    }

    /** Before 1.0 additions are free: nothing that was built against the API breaks by them. */
    private boolean young() throws Exception {
        return Version.parseVersion(now.getVersion()).getMajor() == 0;
    }

    /** What bnd has to say against the version of each package. */
    private List<String> objections() throws Exception {
        boolean young = young();
        return new Baseline(bnd, new DiffPluginImpl())
                .baseline(now, released, new Instructions()).stream()
                        .filter(one -> one.mismatch && !(young && one.packageDiff.getDelta() == Delta.MINOR))
                        .map(one -> one.packageName + " is "
                                + one.packageDiff.getDelta().toString().toLowerCase(Locale.ROOT)
                                + ": its package-info must say version " + one.suggestedVersion)
                        .toList();
    }

    @Test
    void whatHasChangedSaysSoByItsVersion() throws Exception {
        assertEquals(List.of(), objections());
    }

    @Test
    void anInterfaceThatGoesIsNoticed() throws Exception {
        now.remove("pbx/api/call/CallListener.class");
        List<String> objections = objections();
        assertTrue(
                objections.contains("pbx.api.call is major: its package-info must say version 2.0.0"),
                objections::toString);
    }
}
