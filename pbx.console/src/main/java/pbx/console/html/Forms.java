package pbx.console.html;

import java.util.List;
import java.util.stream.Collectors;

/** Forms of our pages. Each carries the session's token, so that no other site's page can send one. */
public final class Forms {
    private Forms() {}

    /** @param action where it goes */
    public static String open(String action, String token) {
        return "<form method=\"post\" action=\"" + Html.text(action) + "\">" + hidden("token", token);
    }

    public static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + Html.text(name) + "\" value=\"" + Html.text(value) + "\">";
    }

    /** @param type of HTML: text, password, number */
    public static String field(String label, String name, String type, String more) {
        return "<label>" + Html.text(label) + " <input name=\"" + Html.text(name) + "\" type=\"" + type + "\" " + more
                + "></label>";
    }

    public static String choice(String label, String name, List<String> words, String chosen) {
        String options = words.stream()
                .map(word -> "<option" + (word.equals(chosen) ? " selected" : "") + ">" + Html.text(word) + "</option>")
                .collect(Collectors.joining());
        return "<label>" + Html.text(label) + " <select name=\"" + Html.text(name) + "\">" + options
                + "</select></label>";
    }

    /** A button that says by its name and value what is to be done. */
    public static String button(String name, String value, String label) {
        return "<button name=\"" + Html.text(name) + "\" value=\"" + Html.text(value) + "\">" + Html.text(label)
                + "</button>";
    }
}
