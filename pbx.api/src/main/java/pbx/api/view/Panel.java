package pbx.api.view;

import java.util.List;

/**
 * What a view shows at one moment. Immutable. A face MAY show fewer rows than there are, and MUST say so.
 *
 * @param columns headings
 * @param rows each with as many cells as there are columns
 * @param actions what can be done
 */
public record Panel(List<String> columns, List<Row> rows, List<Action> actions) {
    public Panel {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        actions = List.copyOf(actions);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("row " + row.id() + " has "
                        + row.cells().size() + " cells under " + columns.size() + " columns");
            }
        }
    }
}
