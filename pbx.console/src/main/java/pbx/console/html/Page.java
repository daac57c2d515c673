package pbx.console.html;

import java.time.Instant;
import java.util.List;
import pbx.console.Snapshot;
import pbx.console.Table;

/** The page's content, to stand inside the frame of the Web Console. */
public final class Page {
    private Page() {}

    /** The rows of one table. */
    public static String rows(Table table, Snapshot snapshot, Instant now) {
        return switch (table) {
            case ACCOUNTS -> AccountRows.render(snapshot.accounts());
            case CALLS -> CallRows.render(snapshot, now);
            case PRESENCE -> PresenceRows.render(snapshot);
        };
    }

    /** Everything, readable without the script. */
    public static String render(String pluginRoot, Snapshot snapshot, Instant now) {
        String root = Html.text(pluginRoot);
        StringBuilder page = new StringBuilder("<div id=\"pbx\" data-events=\"" + root + "/events\">");
        page.append("<p id=\"pbx-live\" class=\"live\" role=\"status\"></p>");
        page.append("<noscript><p class=\"live\">This is how it was when the page was loaded. ")
                .append("Reload to see it anew, or allow scripts to see it live.</p></noscript>");
        for (Table table : Table.values()) {
            page.append(section(table, rows(table, snapshot, now)));
        }
        page.append(EngineNote.HTML);
        return page.append("<script src=\"" + root + "/pbx.js\"></script></div>")
                .toString();
    }

    private static String section(Table table, String rows) {
        StringBuilder section = new StringBuilder("<h2>" + title(table) + "</h2>");
        section.append("<table id=\"pbx-").append(table.id()).append("\"><thead><tr>");
        headings(table).forEach(heading -> section.append("<th scope=\"col\">" + Html.text(heading) + "</th>"));
        return section.append("</tr></thead><tbody>" + rows + "</tbody></table>")
                .toString();
    }

    private static String title(Table table) {
        return switch (table) {
            case ACCOUNTS -> "Accounts";
            case CALLS -> "Calls";
            case PRESENCE -> "Presence";
        };
    }

    private static List<String> headings(Table table) {
        return switch (table) {
            case ACCOUNTS -> AccountRows.HEADINGS;
            case CALLS -> CallRows.HEADINGS;
            case PRESENCE -> PresenceRows.HEADINGS;
        };
    }
}
