package pbx.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;

/**
 * What stands behind a command's name.
 *
 * @param usage the command's own line of help, told when the arguments do not fit
 * @param words without {@code --json}
 */
record Arguments(String usage, List<String> words) {
    Arguments {
        words = List.copyOf(words);
        for (String word : words) {
            if (word.startsWith("--")) {
                throw new PbxException(Reason.INVALID, "unknown option " + word + "; usage: " + usage + " [--json]");
            }
        }
    }

    /** Fails with INVALID unless so many words are there. */
    Arguments count(int least, int most) {
        if (words.size() < least || words.size() > most) {
            throw unfit();
        }
        return this;
    }

    /** For {@code [FIRST] LAST}: the first of two. */
    Optional<String> firstOfTwo() {
        count(1, 2);
        return words.size() == 2 ? Optional.of(words.get(0)) : Optional.empty();
    }

    /** For {@code [ONLY]}. */
    Optional<String> only() {
        count(0, 1);
        return words.stream().findFirst();
    }

    String last() {
        return words.get(words.size() - 1);
    }

    /** For {@code on|off}: whether the last is on. */
    boolean lastIsOn() {
        return switch (last().toLowerCase(Locale.ROOT)) {
            case "on" -> true;
            case "off" -> false;
            default -> throw unfit();
        };
    }

    PbxException unfit() {
        return new PbxException(Reason.INVALID, "usage: " + usage + " [--json]");
    }
}
