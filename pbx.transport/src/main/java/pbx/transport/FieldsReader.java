package pbx.transport;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import pbx.api.connection.Fields;

/** Reads JSON objects token by token, straight into what crosses the border. For one parser, whose limits hold. */
final class FieldsReader {
    private final JsonParser parser;
    /** What is read of the objects and lists that are not at their end yet, the innermost on top. */
    private Object[] stack = new Object[64];

    private int top;

    FieldsReader(JsonParser parser) {
        this.parser = parser;
    }

    /** The parser is at the object's beginning, and then at its end. */
    Fields object() throws IOException {
        int from = top;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            push(name);
            push(value(parser.nextToken()));
        }
        return Fields.owning(pop(from));
    }

    private List<Object> list() throws IOException {
        int from = top;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            push(value(token));
        }
        return from == top ? List.of() : Collections.unmodifiableList(Arrays.asList(pop(from)));
    }

    private Object value(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private void push(Object one) {
        if (top == stack.length) {
            stack = Arrays.copyOf(stack, 2 * top);
        }
        stack[top++] = one;
    }

    private Object[] pop(int from) {
        Object[] popped = Arrays.copyOfRange(stack, from, top);
        Arrays.fill(stack, from, top, null);
        top = from;
        return popped;
    }
}
