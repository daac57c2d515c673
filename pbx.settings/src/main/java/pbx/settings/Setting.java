package pbx.settings;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.osgi.service.metatype.AttributeDefinition;
import pbx.api.settings.Secret;

/** One setting as a bundle defines it. */
record Setting(AttributeDefinition definition) {

    /** A value's text as the type that the definition wants. */
    Object read(String text) throws WrongValue {
        if (definition.getCardinality() == 0) {
            return secret() && elsewhere(text) ? text : one(text);
        }
        List<Object> values = new ArrayList<>();
        for (String element : Texts.split(text)) {
            values.add(one(element));
        }
        if (definition.getCardinality() < 0) {
            return List.copyOf(values);
        }
        Object[] array = (Object[]) Array.newInstance(Types.of(definition.getType()), 0);
        return values.toArray(array);
    }

    /** Its limits are the secret's; what stands in its place is longer. */
    static boolean elsewhere(String text) {
        return Secret.reference(text) || text.startsWith("sealed:");
    }

    boolean secret() {
        return definition.getType() == AttributeDefinition.PASSWORD;
    }

    /** What the definition has against a value of the right type; empty: nothing. */
    static String refusal(AttributeDefinition definition, String text) {
        String many = definition.getCardinality() == 0 ? text : Texts.joined(List.of(text));
        return text.isBlank() ? "" : Objects.requireNonNullElse(definition.validate(many), "");
    }

    private Object one(String text) throws WrongValue {
        Object value = Types.read(definition.getType(), text)
                .orElseThrow(() -> new WrongValue(text, Limits.expected(definition)));
        String[] options = definition.getOptionValues();
        if (options != null && options.length > 0) {
            if (!(value instanceof Boolean) && !List.of(options).contains(value.toString())) {
                throw new WrongValue(text, "is none of " + String.join(", ", options));
            }
            return value;
        }
        String refusal = refusal(definition, value.toString());
        if (!refusal.isEmpty()) {
            throw new WrongValue(text, outside(refusal));
        }
        return value;
    }

    private String outside(String refusal) {
        if (Types.bits(definition.getType()) > 0) {
            return Limits.expected(definition);
        }
        boolean less = refusal.contains("less than minimum");
        boolean greater = refusal.contains("greater than maximum");
        if (!less && !greater) {
            return "is not what is expected here";
        }
        boolean text = Types.of(definition.getType()) == String.class;
        return text ? "is too " + (less ? "short" : "long") : "is too " + (less ? "small" : "large");
    }
}
