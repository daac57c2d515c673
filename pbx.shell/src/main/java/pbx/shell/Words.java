package pbx.shell;

import java.util.ArrayList;
import java.util.List;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;

/** Splits a line on blanks; single and double quotes keep blanks together. Nothing else is interpreted. */
final class Words {
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private char quote;

    private Words() {}

    static List<String> of(String line) {
        Words words = new Words();
        line.chars().forEach(c -> words.take((char) c));
        words.end();
        if (words.quote != 0) {
            throw new PbxException(Reason.INVALID, "a quote is not closed: " + line);
        }
        return words.words;
    }

    private void take(char c) {
        if (quote != 0 && c == quote) {
            quote = 0;
        } else if (quote == 0 && (c == '"' || c == '\'')) {
            quote = c;
            begun = true;
        } else if (quote == 0 && Character.isWhitespace(c)) {
            end();
        } else {
            word.append(c);
            begun = true;
        }
    }

    /** An empty pair of quotes is a word too. */
    private void end() {
        if (begun) {
            words.add(word.toString());
            word.setLength(0);
            begun = false;
        }
    }
}
