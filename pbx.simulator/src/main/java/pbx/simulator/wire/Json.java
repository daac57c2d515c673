package pbx.simulator.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Reads JSON that strangers wrote. */
public final class Json {
    /** The longest frame that is taken, in bytes. */
    public static final int MOST_BYTES = 256 * 1024;

    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNumberLength(64)
                    .maxStringLength(MOST_BYTES)
                    .build())
            .build());

    private Json() {}

    /** The object in the text, or nothing if it is not one JSON object. */
    public static Optional<ObjectNode> object(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** An empty object to be filled. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An empty list to be filled. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** Words as a field means them: a text or a number; anything else is empty. */
    public static String text(JsonNode node) {
        return node != null && (node.isTextual() || node.isNumber()) ? node.asText() : "";
    }

    /** Whether a field says yes: {@code true} and {@code "true"} both do. */
    public static boolean flag(JsonNode node) {
        return node != null && (node.isBoolean() ? node.booleanValue() : "true".equals(text(node)));
    }
}
