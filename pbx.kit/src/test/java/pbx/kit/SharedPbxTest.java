package pbx.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SharedPbxTest {
    @RegisterExtension
    static final EmbeddedPbx PBX = EmbeddedPbx.signalling();

    private static URI url;

    @BeforeAll
    static void note() {
        url = PBX.url();
    }

    @Test
    void allTestsHaveTheSame() {
        assertEquals(url, PBX.url());
    }

    @Nested
    class Within {
        @Test
        void thoseOfANestedClassToo() {
            assertEquals(url, PBX.url());
        }
    }

    @Test
    void aSettingThatThereIsNotIsNamed() {
        IllegalArgumentException misspelt = assertThrows(
                IllegalArgumentException.class,
                () -> EmbeddedPbx.signalling().with("extension", "70").start());
        assertTrue(misspelt.getMessage().contains("no setting extension; it has"), misspelt.getMessage());
        assertTrue(misspelt.getMessage().contains(" extensions,"), misspelt.getMessage());
        IllegalArgumentException number = assertThrows(
                IllegalArgumentException.class,
                () -> EmbeddedPbx.signalling().with("extensions", 70).start());
        assertEquals("extensions is of type String, not 70", number.getMessage());
    }
}
