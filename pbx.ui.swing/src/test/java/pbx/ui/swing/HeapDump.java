package pbx.ui.swing;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** For whoever has to find out what holds on. */
final class HeapDump {
    private HeapDump() {}

    static void write(String file) throws IOException {
        Files.deleteIfExists(Path.of(file));
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file, true);
    }
}
