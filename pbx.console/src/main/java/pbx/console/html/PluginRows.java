package pbx.console.html;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pbx.api.plugin.Delivery;
import pbx.api.plugin.Load;
import pbx.api.plugin.Plugin;
import pbx.api.plugin.Use;
import pbx.console.PluginView;
import pbx.console.Snapshot;

/** The plugins of the deploy folder, one row each. */
final class PluginRows {
    static final List<String> HEADINGS = List.of("Plugin", "State", "Signed by", "Uses", "Events", "Costs", "Problem");

    private PluginRows() {}

    static String render(Snapshot snapshot, boolean controls) {
        if (snapshot.plugins().isEmpty()) {
            return Html.emptyRow(columns(controls).size(), "No plugins. Copy a jar into the folder plugins.");
        }
        return snapshot.plugins().stream().map(view -> row(view, controls)).collect(Collectors.joining());
    }

    static List<String> columns(boolean controls) {
        return Controls.columns(HEADINGS, controls);
    }

    private static String row(PluginView view, boolean controls) {
        Plugin plugin = view.plugin();
        String cells = Html.cells(
                Html.name(plugin.name()) + " " + Html.text(plugin.version()) + " <span class=\"number file\">"
                        + Html.name(plugin.file()) + "</span>",
                Html.badge(style(plugin.state()), plugin.state().name().toLowerCase(Locale.ROOT)),
                plugin.signer().map(Html::name).orElse("not signed"),
                uses(plugin, controls),
                events(view),
                costs(plugin.load()),
                Html.text(plugin.problem().orElse("")));
        return "<tr>" + cells + (controls ? Html.cell(buttons(plugin)) : "") + "</tr>";
    }

    private static String buttons(Plugin plugin) {
        boolean stuck = plugin.state() == Plugin.State.QUARANTINED
                || plugin.deliveries().stream().anyMatch(Delivery::quarantined);
        return (stuck ? Controls.button("release", plugin.name(), "Release") : "")
                + plugin.previous()
                        .map(version -> Controls.button("rollback", plugin.name(), "Back to " + version))
                        .orElse("")
                + Controls.button("undeploy", plugin.name(), "Undeploy");
    }

    private static String uses(Plugin plugin, boolean controls) {
        return Arrays.stream(Use.values())
                .filter(use -> plugin.uses().contains(use) || plugin.denied().contains(use))
                .map(use -> use(plugin, use, controls))
                .collect(Collectors.joining(" "));
    }

    private static String use(Plugin plugin, Use use, boolean controls) {
        boolean denied = plugin.denied().contains(use);
        String word = use.name().toLowerCase(Locale.ROOT);
        String badge = Html.badge(denied ? "bad" : "good", denied ? word + " denied" : word);
        return controls
                ? "<span class=\"use\">" + badge + " "
                        + Controls.button(
                                denied ? "allow" : "deny", use.name() + " " + plugin.name(), denied ? "Allow" : "Deny")
                        + "</span>"
                : badge;
    }

    private static String events(PluginView view) {
        List<Delivery> deliveries = view.plugin().deliveries();
        int waiting = deliveries.stream().mapToInt(Delivery::waiting).sum();
        Duration slowest = deliveries.stream()
                .map(Delivery::latency)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        boolean quarantined = deliveries.stream().anyMatch(Delivery::quarantined);
        return Html.text(String.format(
                        Locale.ROOT,
                        "%.1f/s · %d waiting · %.1f ms",
                        view.eventsASecond(),
                        waiting,
                        slowest.toNanos() / 1e6))
                + (quarantined ? " " + Html.badge("bad", "told no more") : "");
    }

    private static String costs(Load load) {
        return Html.text(String.format(
                Locale.ROOT, "%.2f cores · %.1f MB/s · %d threads", load.cores(), load.rate() / 1e6, load.threads()));
    }

    private static String style(Plugin.State state) {
        return switch (state) {
            case RUNNING -> "good";
            case FAILED, QUARANTINED -> "bad";
        };
    }
}
