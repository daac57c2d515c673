package pbx.console.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCertificateTest {
    @TempDir
    Path folder;

    @Test
    void itIsMadeOnceAndStaysTheSame() throws Exception {
        KeyFile first = new OwnCertificate(folder.resolve("console"))
                .ensure(List.of("pbx.example", "192.0.2.7", "x,ip:1.2.3.4 -evil"));
        assertTrue(first.fingerprint().matches("([0-9A-F]{2}:){31}[0-9A-F]{2}"), first.fingerprint());
        KeyFile again = new OwnCertificate(folder.resolve("console")).ensure(List.of());
        assertEquals(first.fingerprint(), again.fingerprint());
    }
}
