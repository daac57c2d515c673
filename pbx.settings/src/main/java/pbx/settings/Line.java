package pbx.settings;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a file as it is written, with the lines that continue it and with its end.
 *
 * @param raw every character
 * @param key empty: a comment or nothing
 * @param value what the value means
 */
record Line(String raw, String key, String value) {
    /** Up to the value, where that begins in the first line and a sign or a space comes before it. */
    private static final Pattern HEAD = Pattern.compile(
            "\\A[ \\t\\f]*(?:[^\\\\=: \\t\\f\\r\\n]|\\\\[^\\r\\n])+(?:[ \\t\\f]*[=:][ \\t\\f]*|[ \\t\\f]+)");

    private static final Pattern END = Pattern.compile("(?:\\r\\n|\\r|\\n)\\z");

    static Line of(String raw) throws BadFile {
        Properties read = new Properties();
        try {
            read.load(new StringReader(raw.startsWith("\uFEFF") ? raw.substring(1) : raw));
        } catch (IOException | IllegalArgumentException e) {
            throw new BadFile("holds a \\u that four hexadecimal digits do not follow");
        }
        for (Map.Entry<Object, Object> only : read.entrySet()) {
            if (only.getKey().equals("")) {
                throw new BadFile("has a line without a name before its '='");
            }
            return new Line(raw, (String) only.getKey(), (String) only.getValue());
        }
        return new Line(raw, "", "");
    }

    static Line made(String key, String value, String end) {
        return new Line(Escape.key(key) + " = " + Escape.value(value) + end, key, value);
    }

    /** The same line with another value: what stands before the value stays. */
    Line with(String other) {
        Matcher head = HEAD.matcher(raw);
        return head.find() ? new Line(head.group() + Escape.value(other) + end(), key, other) : made(key, other, end());
    }

    /** How the line ends; empty: it is the file's last, and open. */
    String end() {
        Matcher end = END.matcher(raw);
        return end.find() ? end.group() : "";
    }
}
