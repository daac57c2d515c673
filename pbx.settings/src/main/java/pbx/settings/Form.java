package pbx.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.ObjectClassDefinition;
import pbx.api.settings.Field;
import pbx.api.settings.Page;

/** What a bundle defines under a PID, turned into what faces draw. */
record Form(String pid, boolean factory, ObjectClassDefinition texts) {

    Definition definition() {
        return Definition.of(texts);
    }

    String title() {
        return Objects.requireNonNullElse(texts.getName(), pid);
    }

    /** @param name of a factory's configuration; else empty */
    Page page(String name, Map<String, Object> values) {
        Set<String> required = attributes(ObjectClassDefinition.REQUIRED)
                .map(AttributeDefinition::getID)
                .collect(Collectors.toSet());
        List<Field> fields = attributes(ObjectClassDefinition.ALL)
                .map(one -> field(one, required.contains(one.getID()), values))
                .toList();
        return new Page(pid, name, factory, title(), text(texts.getDescription()), fields);
    }

    /** Those that must have a value and would have none without this one. */
    boolean needs(String id) {
        return attributes(ObjectClassDefinition.REQUIRED)
                .anyMatch(one -> one.getID().equals(id) && standard(one).isEmpty());
    }

    // What is the framework's or the console's own is nobody's setting.
    private Stream<AttributeDefinition> attributes(int which) {
        AttributeDefinition[] all = texts.getAttributeDefinitions(which);
        return Arrays.stream(Objects.requireNonNullElse(all, new AttributeDefinition[0]))
                .filter(one -> !Definition.common(one.getID()));
    }

    private static Field field(AttributeDefinition one, boolean required, Map<String, Object> values) {
        Setting setting = new Setting(one);
        Object value = values.get(one.getID());
        String shown = value == null ? standard(one) : Texts.of(value);
        return new Field(
                one.getID(),
                Objects.requireNonNullElse(one.getName(), one.getID()),
                text(one.getDescription()),
                type(one),
                one.getCardinality() != 0,
                required,
                options(one),
                setting.secret() ? "" : shown,
                value != null);
    }

    private static Field.Type type(AttributeDefinition one) {
        if (one.getType() == AttributeDefinition.PASSWORD) {
            return Field.Type.SECRET;
        }
        Class<?> type = Types.of(one.getType());
        return type == Boolean.class
                ? Field.Type.FLAG
                : Number.class.isAssignableFrom(type) ? Field.Type.NUMBER : Field.Type.TEXT;
    }

    private static List<Field.Option> options(AttributeDefinition one) {
        String[] values = Objects.requireNonNullElse(one.getOptionValues(), new String[0]);
        String[] titles = Objects.requireNonNullElse(one.getOptionLabels(), values);
        List<Field.Option> options = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            options.add(new Field.Option(values[i], i < titles.length ? titles[i] : values[i]));
        }
        return options;
    }

    private static String standard(AttributeDefinition one) {
        String[] values = Objects.requireNonNullElse(one.getDefaultValue(), new String[0]);
        return one.getCardinality() == 0 ? String.join(",", values) : Texts.joined(List.of(values));
    }

    private static String text(String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
