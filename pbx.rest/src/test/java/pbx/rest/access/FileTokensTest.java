package pbx.rest.access;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import pbx.api.PbxException;
import pbx.api.access.Role;
import pbx.api.access.Token;

class FileTokensTest {
    @TempDir
    Path folder;

    private final Token crm = new Token("crm", Role.OPERATOR);

    @Test
    void aTokenIsKnownAlsoToTheNextStartAndItsTextIsInNoFile() throws Exception {
        FileTokens tokens = tokens();
        String text = tokens.create("crm", Role.OPERATOR);
        assertEquals(Optional.of(crm), tokens.check("Bearer " + text));
        assertEquals(Optional.of(crm), tokens().check("bearer  " + text), "by another object, read from the file");
        String file = Files.readString(folder.resolve("data/tokens"));
        assertFalse(file.contains(text.substring(4)), file);
        assertTrue(file.matches("(?s)#.*\ncrm operator [0-9a-f]{64}\n"), file);
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data/tokens"))));
    }

    @Test
    void nothingElseIsTaken() {
        FileTokens tokens = tokens();
        String text = tokens.create("crm", Role.OPERATOR);
        for (String header : new String[] {
            null, "", "Bearer", "Bearer ", "Basic " + text, text, "Bearer " + text + "x", "Bearer x".repeat(10_000)
        }) {
            assertEquals(Optional.empty(), tokens.check(header), header);
        }
    }

    @Test
    void aTokenThatIsReplacedOrTakenBackIsUnknown() {
        FileTokens tokens = tokens();
        String first = tokens.create("crm", Role.OPERATOR);
        String second = tokens.create("crm", Role.VIEWER);
        assertEquals(Optional.empty(), tokens.check("Bearer " + first));
        assertEquals(List.of(new Token("crm", Role.VIEWER)), tokens.list());
        tokens.revoke("crm");
        assertEquals(Optional.empty(), tokens.check("Bearer " + second));
        assertThrows(PbxException.class, () -> tokens.revoke("crm"));
    }

    @Test
    void aNameThatWouldBreakTheFileIsRefused() {
        for (String name : new String[] {"", "a b", "a\nroot operator 0", "#", "x".repeat(41), "ä"}) {
            PbxException e = assertThrows(PbxException.class, () -> tokens().create(name, Role.VIEWER), name);
            assertEquals(PbxException.Reason.INVALID, e.reason());
        }
    }

    /** Somebody may have pasted a token where its hash belongs. */
    @Test
    void wrongLinesAreLeftOutAndNotRepeatedInTheLog() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT")).addAppender(log);
        String text = tokens().create("crm", Role.OPERATOR);
        Path file = folder.resolve("data/tokens");
        Files.writeString(file, Files.readString(file) + "bad operator pbx_CANARY\nbad root " + "0".repeat(64) + "\n");
        assertEquals(Optional.of(crm), tokens().check("Bearer " + text));
        assertEquals(1, tokens().list().size());
        String all = log.list.toString();
        assertTrue(all.contains("line 3 is left out"), all);
        assertFalse(all.contains("CANARY") || all.contains(text), all);
    }

    @Test
    void aHashMayBeWrittenInCapitals() throws Exception {
        String header = "Bearer " + tokens().create("crm", Role.OPERATOR);
        Path file = folder.resolve("data/tokens");
        String written = Files.readString(file);
        int hash = written.lastIndexOf(' ');
        Files.writeString(
                file, written.substring(0, hash) + written.substring(hash).toUpperCase(Locale.ROOT));
        assertEquals(Optional.of(crm), tokens().check(header));
    }

    /** Comments, blank lines, what is wrong and waits to be corrected, and the order. */
    @Test
    void whatIsWrittenByHandStays() throws Exception {
        Path file = folder.resolve("data/tokens");
        Files.createDirectories(file.getParent());
        String zero = "0".repeat(64);
        List<String> lines = List.of(
                "# ours",
                "z viewer " + zero,
                "",
                "# the CRM's",
                "  crm\tviewer " + zero,
                "typo vewer " + zero,
                "crm operator " + "1".repeat(64),
                "a viewer " + zero);
        Files.write(file, lines);
        FileTokens tokens = tokens();
        String header = "Bearer " + tokens.create("crm", Role.OPERATOR);
        assertEquals(Optional.of(crm), tokens.check(header));
        List<String> written = Files.readAllLines(file);
        assertTrue(written.get(4).matches("crm operator [0-9a-f]{64}"), written.get(4));
        assertEquals(lines.subList(0, 4), written.subList(0, 4));
        assertEquals(List.of(lines.get(5), lines.get(7)), written.subList(5, written.size()));
        tokens.create("b", Role.VIEWER);
        assertEquals(written, Files.readAllLines(file).subList(0, 7), "a new name comes last");
        tokens.revoke("b");
        assertEquals(written, Files.readAllLines(file));
        tokens.revoke("crm");
        assertEquals(
                List.of(lines.get(0), lines.get(1), lines.get(2), lines.get(3), lines.get(5), lines.get(7)),
                Files.readAllLines(file));
        assertThrows(PbxException.class, () -> tokens.revoke("typo"), "it never was one");
    }

    /** For a comment in Latin-1, say. A stamp that is the same afterwards is what chmod leaves. */
    @Test
    void aFileThatCannotBeReadStaysAsItIsAndIsTriedAgain() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT")).addAppender(log);
        FileTokens tokens = tokens();
        String header = "Bearer " + tokens.create("a", Role.VIEWER);
        Path file = folder.resolve("data/tokens");
        Files.write(file, new byte[] {'#', ' ', (byte) 0xFC, '\n'}, StandardOpenOption.APPEND);
        byte[] bad = Files.readAllBytes(file);
        FileTime stamp = Files.getLastModifiedTime(file);
        for (Executable each :
                List.<Executable>of(() -> tokens.create("b", Role.VIEWER), () -> tokens.revoke("a"), tokens::list)) {
            PbxException e = assertThrows(PbxException.class, each);
            assertEquals(PbxException.Reason.REFUSED, e.reason());
            assertTrue(e.getMessage().contains("tokens cannot be read"), e.getMessage());
        }
        assertEquals(Optional.empty(), tokens.check(header));
        assertArrayEquals(bad, Files.readAllBytes(file));
        assertEquals(
                1,
                log.list.stream()
                        .filter(line -> line.getFormattedMessage().contains("cannot be read"))
                        .count());
        bad[bad.length - 2] = 'u';
        Files.write(file, bad);
        Files.setLastModifiedTime(file, stamp);
        assertEquals(Optional.of(new Token("a", Role.VIEWER)), tokens.check(header));
    }

    private FileTokens tokens() {
        return new FileTokens(folder.resolve("data/tokens"));
    }
}
