package pbx.console.html;

import java.util.ArrayList;
import java.util.List;

/**
 * Buttons in rows that come and go. They belong to one form above the table, which carries the session's token and what was
 * typed: rows are the same for everybody who may see the buttons, and drawing them anew takes nothing typed away.
 */
public final class Controls {
    private static final String FORM = "pbx-do";

    private Controls() {}

    /**
     * The form. Its first button is disabled, so that Enter in a field does nothing: a browser would else press the first
     * row's.
     *
     * @param fields HTML of what is typed
     */
    public static String form(String action, String token, String fields) {
        return "<form id=\"" + FORM + "\" method=\"post\" action=\"" + Html.text(action) + "\"><button disabled hidden>"
                + "</button>" + Forms.hidden("token", token) + fields + "</form>";
    }

    /** @param deed the name of the parameter that says what is done; {@code to} says to what */
    static String button(String deed, String to, String label) {
        return "<button form=\"" + FORM + "\" name=\"" + deed + "\" value=\"" + Html.text(to) + "\">" + Html.text(label)
                + "</button> ";
    }

    static List<String> columns(List<String> headings, boolean controls) {
        List<String> columns = new ArrayList<>(headings);
        if (controls) {
            columns.add("Actions");
        }
        return columns;
    }
}
