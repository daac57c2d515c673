package pbx.api.view;

import java.util.List;
import java.util.Objects;

/**
 * One row. Immutable.
 *
 * @param id names the row for {@link View#act}
 * @param cells texts, one for each column
 */
public record Row(String id, List<String> cells) {
    public Row {
        Objects.requireNonNull(id, "id");
        cells = List.copyOf(cells);
    }
}
