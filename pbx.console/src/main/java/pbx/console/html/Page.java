package pbx.console.html;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import pbx.console.Snapshot;
import pbx.console.Table;

/** Live tables, to stand inside the frame of the Web Console; readable without the script. */
public final class Page {
    private Page() {}

    /**
     * The rows of one table.
     *
     * @param controls with buttons, for who may press them
     */
    public static String rows(Table table, Snapshot snapshot, Instant now, boolean controls) {
        return switch (table) {
            case HEALTH -> HealthRows.render(snapshot);
            case ACCOUNTS -> AccountRows.render(snapshot);
            case CALLS -> CallRows.render(snapshot, now, controls);
            case PRESENCE -> PresenceRows.render(snapshot);
            case HISTORY -> HistoryRows.render(snapshot);
            case PLUGINS -> PluginRows.render(snapshot, controls);
            case WIRE -> WireRows.render(snapshot);
        };
    }

    /**
     * The tables of a page.
     *
     * @param appRoot where the console is
     * @param above HTML that stands above the tables
     * @param below HTML that stands below them
     */
    public static String render(
            String appRoot,
            String above,
            List<Table> tables,
            Snapshot snapshot,
            Instant now,
            boolean controls,
            String below) {
        String root = Html.text(appRoot);
        String names = tables.stream().map(Table::id).collect(Collectors.joining(","));
        StringBuilder page = new StringBuilder("<div id=\"pbx\" data-events=\"" + root + "/pbx/events?tables=" + names
                + "\" data-tables=\"" + names + "\">");
        page.append("<p id=\"pbx-live\" class=\"live\" role=\"status\"></p>");
        page.append("<noscript><p class=\"live\">This is how it was when the page was loaded. ")
                .append("Reload to see it anew, or allow scripts to see it live.</p></noscript>")
                .append(above);
        for (Table table : tables) {
            page.append(section(table, rows(table, snapshot, now, controls), controls));
        }
        return page.append(below)
                .append("<script src=\"" + root + "/pbx/pbx.js\"></script></div>")
                .toString();
    }

    private static String section(Table table, String rows, boolean controls) {
        StringBuilder section = new StringBuilder("<h2>" + title(table) + "</h2>");
        section.append("<table id=\"pbx-").append(table.id()).append("\"><thead><tr>");
        headings(table, controls)
                .forEach(heading -> section.append("<th scope=\"col\">" + Html.text(heading) + "</th>"));
        return section.append("</tr></thead><tbody>" + rows + "</tbody></table>")
                .toString();
    }

    private static String title(Table table) {
        return switch (table) {
            case HEALTH -> "Health";
            case ACCOUNTS -> "Accounts";
            case CALLS -> "Calls";
            case PRESENCE -> "Presence";
            case HISTORY -> "Past calls";
            case PLUGINS -> "Plugins";
            case WIRE -> "Last messages";
        };
    }

    private static List<String> headings(Table table, boolean controls) {
        return switch (table) {
            case HEALTH -> HealthRows.HEADINGS;
            case ACCOUNTS -> AccountRows.HEADINGS;
            case CALLS -> CallRows.columns(controls);
            case PRESENCE -> PresenceRows.HEADINGS;
            case HISTORY -> HistoryRows.HEADINGS;
            case PLUGINS -> PluginRows.columns(controls);
            case WIRE -> WireRows.HEADINGS;
        };
    }
}
