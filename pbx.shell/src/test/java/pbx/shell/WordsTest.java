package pbx.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import pbx.api.PbxException;

class WordsTest {
    @Test
    void blanksSplitAndQuotesKeepTogether() {
        assertEquals(List.of("dial", "a b", "", "it's", "cd"), Words.of("  dial 'a b'\t\"\" \"it's\" c'd' "));
    }

    @Test
    void nothingElseIsInterpreted() {
        assertEquals(List.of("dial", "*85#;$x\\|&>~{}(1)"), Words.of("dial *85#;$x\\|&>~{}(1)"));
    }

    @Test
    void anOpenQuoteIsToldNotGuessed() {
        PbxException e = assertThrows(PbxException.class, () -> Words.of("dial 'x"));
        assertEquals(PbxException.Reason.INVALID, e.reason());
    }
}
