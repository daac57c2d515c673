package pbx.console.html;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.owasp.encoder.Encode;

/** Untrusted text made fit for an HTML page, as content and as quoted attribute value. */
public final class Html {
    private Html() {}

    /**
     * Besides the characters of HTML, line breaks and the dollar sign lose their meaning: a line break would end a field of
     * the event stream, and the Web Console replaces <code>${name}</code> in whatever a page writes.
     */
    public static String text(String untrusted) {
        return Encode.forHtml(untrusted).replace("$", "&#36;").replaceAll("[\\r\\n\\u0085\\u2028\\u2029]", " ");
    }

    /** A name somebody chose for himself: isolated, so that right-to-left marks in it cannot turn round what stands beside it. */
    public static String name(String untrusted) {
        return "<bdi>" + text(untrusted) + "</bdi>";
    }

    /** A word in a coloured pill. */
    public static String badge(String style, String words) {
        return "<span class=\"badge " + style + "\">" + text(words) + "</span>";
    }

    /** What was done, or why it was not. */
    public static String said(boolean good, String words) {
        return words.isEmpty() ? "" : "<p role=\"status\">" + badge(good ? "good" : "bad", words) + "</p>";
    }

    public static String cell(String html) {
        return "<td>" + html + "</td>";
    }

    public static String row(String... cells) {
        return "<tr>" + cells(cells) + "</tr>";
    }

    static String cells(String... cells) {
        return Arrays.stream(cells).map(Html::cell).collect(Collectors.joining());
    }

    public static String emptyRow(int columns, String words) {
        return "<tr class=\"none\"><td colspan=\"" + columns + "\">" + text(words) + "</td></tr>";
    }
}
