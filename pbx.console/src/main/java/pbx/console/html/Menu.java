package pbx.console.html;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The way between our pages, which Felix's menu needs a script for; and who is logged in. */
public final class Menu {
    /** By label, in the order of use. */
    private static final Map<String, String> PAGES = pages();

    private Menu() {}

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("pbx", "Telephony");
        pages.put("pbxcalls", "Calls");
        pages.put("pbxhistory", "Call history");
        pages.put("pbxaccounts", "Accounts");
        pages.put("pbxplugins", "Plugins");
        pages.put("pbxviews", "Plugin panels");
        pages.put("pbxrecordings", "Recordings");
        pages.put("pbxwire", "Wire");
        pages.put("pbxaudit", "Audit");
        pages.put("pbxplatform", "Platform");
        pages.put("pbxusers", "Users");
        return pages;
    }

    /**
     * @param appRoot where the console is
     * @param here the label of the page that is shown
     * @param who is logged in, for people
     * @param reads which pages he may see
     */
    public static String render(String appRoot, String here, String who, Predicate<String> reads) {
        String links = PAGES.entrySet().stream()
                .filter(page -> reads.test(page.getKey()))
                .map(page -> "<li><a href=\"" + Html.text(appRoot + "/" + page.getKey()) + "\""
                        + (page.getKey().equals(here) ? " aria-current=\"page\"" : "") + ">"
                        + Html.text(page.getValue()) + "</a></li>")
                .collect(Collectors.joining());
        return "<nav id=\"pbx-menu\" aria-label=\"PBX\"><ul>" + links + "</ul><p>" + Html.text(who) + "</p></nav>";
    }
}
