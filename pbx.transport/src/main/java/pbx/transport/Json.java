package pbx.transport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Optional;
import pbx.api.connection.Message;

/** JSON text to and from what crosses the border: maps, lists, texts, numbers, booleans. */
final class Json {
    private static final int MOST_DEPTH = 50;
    private static final int MOST_TEXT = 2 << 20;
    private static final int MOST_NUMBER = 100;
    private static final int MOST_NAME = 1_000;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ObjectMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    // field names are the sender's choice: some thousands are known again, and none is kept for ever
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .maxNameLength(MOST_NAME)
                            .maxStringLength(MOST_TEXT)
                            .maxNumberLength(MOST_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ObjectReader objects = mapper.readerFor(OBJECT);

    /** Empty for anything but one JSON object. */
    Optional<Message> message(String frame) {
        try {
            Map<String, Object> fields = objects.readValue(frame);
            return Optional.ofNullable(fields).map(Message::from);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Null for an empty or unreadable text. */
    Object value(String text) {
        try {
            return text.isBlank() ? null : mapper.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    String text(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this cannot be written as JSON", e);
        }
    }
}
