package pbx.shell;

import java.util.List;
import java.util.Optional;
import pbx.api.view.Action;
import pbx.api.view.Panel;
import pbx.api.view.Row;
import pbx.api.view.View;

/** Two rows, one with a hostile name. */
final class FakeView implements View {
    @Override
    public Panel show(String search) {
        return new Panel(
                List.of("Who", "Note"),
                List.of(new Row("r1", List.of("Eve\r\u001b[2J\u202e", "")), new Row("r2", List.of("601", search))),
                List.of(new Action("erase", "Erase", true, true)));
    }

    @Override
    public String act(String action, Optional<String> row) {
        return action + "d " + row.orElse("all");
    }
}
