package pbx.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Instructions;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import java.io.File;
import java.util.List;
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

    /** What bnd has to say against the version of each package. */
    private List<String> objections() throws Exception {
        return new Baseline(bnd, new DiffPluginImpl())
                .baseline(now, released, new Instructions()).stream()
                        .filter(one -> one.mismatch)
                        .map(one -> one.packageName + " is "
                                + one.packageDiff.getDelta().toString().toLowerCase(java.util.Locale.ROOT)
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
        assertEquals(List.of("pbx.api.call is major: its package-info must say version 2.0.0"), objections());
    }
}
