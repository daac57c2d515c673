package pbx.api.view;

import java.util.Objects;

/**
 * Something that can be done. Immutable.
 *
 * @param name for {@link View#act}
 * @param label what people read
 * @param onRow it is done to a row; otherwise to the panel
 * @param destroys it cannot be undone: a face MUST ask before it does it
 */
public record Action(String name, String label, boolean onRow, boolean destroys) {
    public Action {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(label, "label");
    }
}
