package pbx.console.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pbx.api.view.Action;
import pbx.api.view.Panel;
import pbx.api.view.Row;
import pbx.listeners.Views;

/** The panels that plugins offer, one at a time; works without a script. Every text in them is a stranger's. */
public final class ViewSection {
    private static final int MOST_ROWS = 500;

    private final String root;
    private final String name;
    private final String search;
    private final String token;

    /**
     * @param root where the page is
     * @param name the view that is shown
     * @param search what people look for in it
     * @param token for its forms
     */
    public ViewSection(String root, String name, String search, String token) {
        this.root = root;
        this.name = name;
        this.search = search;
        this.token = token;
    }

    /** Links to all views. */
    public String menu(List<Views.Named> views) {
        if (views.isEmpty()) {
            return "<p>No plugin offers a panel.</p>";
        }
        return views.stream()
                .map(view -> "<a href=\"" + Html.text(root) + "?view=" + parameter(view.name()) + "\">"
                        + Html.name(view.title()) + "</a>")
                .collect(Collectors.joining(" · ", "<p>", "</p>"));
    }

    public String title(String title) {
        return "<h2>" + Html.name(title) + "</h2>";
    }

    /** Asks before something is done that cannot be undone. */
    public String ask(String action, String row) {
        return "<p>This cannot be undone.</p>" + form(action, Optional.of(row), "Do it", true);
    }

    public String panel(Panel panel) {
        List<Action> onRow = panel.actions().stream().filter(Action::onRow).toList();
        StringBuilder html = new StringBuilder("<form method=\"get\" action=\"" + Html.text(root) + "\">");
        html.append(Forms.hidden("view", name))
                .append("<input name=\"search\" aria-label=\"Search\" value=\"" + Html.text(search) + "\">")
                .append("<button>Search</button></form>");
        panel.actions().stream()
                .filter(action -> !action.onRow())
                .forEach(action -> html.append(form(action.name(), Optional.empty(), action.label(), false)));
        html.append("<table><thead><tr>");
        panel.columns().forEach(column -> html.append("<th scope=\"col\">" + Html.text(column) + "</th>"));
        html.append(onRow.isEmpty() ? "" : "<th scope=\"col\">Actions</th>").append("</tr></thead><tbody>");
        panel.rows().stream().limit(MOST_ROWS).forEach(row -> html.append(row(row, onRow)));
        html.append(
                panel.rows().isEmpty()
                        ? Html.emptyRow(Math.max(1, panel.columns().size()), "Nothing here.")
                        : "");
        html.append("</tbody></table>");
        if (panel.rows().size() > MOST_ROWS) {
            html.append("<p>The first " + MOST_ROWS + " of " + panel.rows().size() + " rows.</p>");
        }
        return html.toString();
    }

    private String row(Row row, List<Action> actions) {
        String cells = row.cells().stream().map(Html::name).map(Html::cell).collect(Collectors.joining());
        String buttons = actions.stream()
                .map(action -> form(action.name(), Optional.of(row.id()), action.label(), false))
                .collect(Collectors.joining());
        return "<tr>" + cells + (actions.isEmpty() ? "" : Html.cell(buttons)) + "</tr>";
    }

    private String form(String action, Optional<String> row, String label, boolean sure) {
        return Forms.open(root, token) + Forms.hidden("view", name) + Forms.hidden("search", search)
                + Forms.hidden("do", action)
                + row.map(id -> Forms.hidden("row", id)).orElse("") + (sure ? Forms.hidden("sure", "yes") : "")
                + "<button>" + Html.text(label) + "</button></form>";
    }

    private static String parameter(String value) {
        return Html.text(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
