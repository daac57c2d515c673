package pbx.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfFileTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1\r\nb = 2\r\n",
                "a : 1\rb\\ c=2\r",
                "a\n\n  # x \\\nb=2\n",
                "a=1\\\n  # no comment\n b=\\\\\nc=\\\\\\\n  3",
                "! x\na=\\u00e9\n\t\f\nb==\nc=#!",
                "a=1\\",
                "a=1\na=2\n",
            })
    void readsWhatPropertiesReadsAndKeepsEveryCharacter(String text) throws Exception {
        Properties expected = new Properties();
        expected.load(new StringReader(text));
        ConfFile file = ConfFile.parse(text);
        assertEquals(expected, file.settings());
        assertEquals(text, file.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " a", "\\", "a\\b", "=x", ":", "a\nb\r\tc", "#a", "é€", "a ", "\u0001", "C:\\dir\\"})
    void whatIsWrittenIsReadAgain(String value) throws Exception {
        for (String before : new String[] {"", "k=1", "k", "k 1\r\n", " k : \\\n 1\nx=y\n", "x=y"}) {
            ConfFile written = ConfFile.parse(before).with(Map.of("k", value, "o d:d", value));
            Properties read = new Properties();
            read.load(new StringReader(written.text()));
            assertEquals(value, read.get("k"), written.text());
            assertEquals(value, read.get("o d:d"), written.text());
            assertEquals(before.contains("x=y") ? "y" : null, read.get("x"));
        }
    }

    @Test
    void aByteOrderMarkIsNoPartOfAName() throws Exception {
        assertEquals(Map.of("a", "1"), ConfFile.parse("\uFEFFa=1").settings());
        assertEquals(Map.of("b", "2"), ConfFile.parse("\uFEFF# a \\\nb=2").settings());
        assertEquals(
                "\uFEFFa=2", ConfFile.parse("\uFEFFa=1").with(Map.of("a", "2")).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=x", "a=\\u12", "a=1\nA=2"})
    void whatCannotBeRead(String text) {
        assertThrows(BadFile.class, () -> ConfFile.parse(text).settings());
    }

    @Test
    void fileNames() {
        assertEquals(Optional.of(new ConfName("pbx.a", "")), ConfName.ofFile("pbx.a.cfg"));
        assertEquals(Optional.of(new ConfName("pbx.a", "b~c")), ConfName.ofFile("pbx.a-b~c.cfg"));
        assertEquals(Optional.empty(), ConfName.ofFile(".pbx.a.cfg"));
        assertEquals(Optional.empty(), ConfName.ofFile("pbx.a.cfg.deleted"));
        assertEquals(Optional.empty(), new ConfName("pbx.a-b", "").fileName());
        assertEquals(Optional.of("pbx.a-b.cfg"), ConfName.of("pbx.a.b", "pbx.a").fileName());
    }
}
