package pbx.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pbx.api.view.Action;
import pbx.api.view.Panel;
import pbx.api.view.Row;

/** Shows the panels that plugins offer, and does what they can do. */
final class ViewCommands {
    private final Platform platform;

    ViewCommands(Platform platform) {
        this.platform = platform;
    }

    List<Command> all() {
        return List.of(
                new Command("view [NAME] [SEARCH]", this::view), new Command("act NAME ACTION [ROW]", this::act));
    }

    private void view(Arguments arguments, Output out) {
        List<String> words = arguments.count(0, 2).words();
        if (words.isEmpty()) {
            out.show(platform.views().list(), view -> List.of(view.name(), view.title()), "no views");
        } else {
            String search = words.size() == 2 ? words.get(1) : "";
            show(words.get(0), Stages.result(platform.views().show(words.get(0), search)), out);
        }
    }

    private void act(Arguments arguments, Output out) {
        List<String> words = arguments.count(2, 3).words();
        Optional<String> row = words.size() == 3 ? Optional.of(words.get(2)) : Optional.empty();
        out.show(
                new Done(Stages.result(platform.views().act(words.get(0), words.get(1), row))),
                done -> List.of(done.done()));
    }

    /** People see the headings, the row's id where something can be done to it, and how to do it. */
    private static void show(String name, Panel panel, Output out) {
        boolean ids = panel.actions().stream().anyMatch(Action::onRow);
        List<Shown> rows = panel.rows().stream()
                .map(row -> new Shown(row.id(), cells(panel, row)))
                .toList();
        List<String> columns = panel.columns().stream().distinct().toList();
        out.show(
                Optional.of(line(ids, "ID", columns)),
                rows,
                row -> line(ids, row.id(), row.cells().values()));
        panel.actions()
                .forEach(action -> out.remark("pbx:act " + name + " " + action.name() + (action.onRow() ? " ID" : "")
                        + "  (" + action.label() + ")"));
    }

    private static List<String> line(boolean ids, String id, Collection<String> cells) {
        List<String> line = new ArrayList<>(ids ? List.of(id) : List.of());
        line.addAll(cells);
        return line;
    }

    private static Map<String, String> cells(Panel panel, Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            cells.put(panel.columns().get(i), row.cells().get(i));
        }
        return cells;
    }

    private record Shown(String id, Map<String, String> cells) {}

    private record Done(String done) {}
}
