package pbx.transport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import pbx.api.connection.Fields;
import pbx.api.connection.Message;

/** JSON text to and from what crosses the border: maps, lists, texts, numbers, booleans. */
public final class Json {
    private static final int MOST_DEPTH = 50;
    private static final int MOST_TEXT = 2 << 20;
    private static final int MOST_NUMBER = 100;
    private static final int MOST_NAME = 1_000;

    private final ObjectMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    // field names are the sender's choice: some thousands are known again, and none is kept for ever
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CHARSET_DETECTION) // it is always UTF-8
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .maxNameLength(MOST_NAME)
                            .maxStringLength(MOST_TEXT)
                            .maxNumberLength(MOST_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Empty for anything but one JSON object. As bytes, which Jackson reads in less time than characters. */
    public Optional<Message> message(String frame) {
        try (JsonParser parser = mapper.createParser(frame.getBytes(StandardCharsets.UTF_8))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Fields fields = new FieldsReader(parser).object();
            return parser.nextToken() == null ? Optional.of(Message.from(fields)) : Optional.empty();
        } catch (IOException e) {
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
