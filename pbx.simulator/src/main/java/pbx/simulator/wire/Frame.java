package pbx.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A message from a client. Types on the wire are loose, so every reader here gives something usable or nothing. */
public record Frame(ObjectNode fields) {
    private static final int LONGEST_NAME = 128;

    /** Reads a text frame; what is not one JSON object is nothing. */
    public static Optional<Frame> parse(String text) {
        return Json.object(text).map(Frame::new);
    }

    public String action() {
        return text("action");
    }

    /** A field's words; empty when absent, not set, of another kind or longer than any honest name. */
    public String text(String name) {
        String text = Json.text(fields.get(name));
        return text.length() <= LONGEST_NAME ? text : "";
    }

    /** Longer words, such as a chat message; cut at the given length. */
    public String words(String name, int longest) {
        String text = Json.text(fields.get(name));
        return text.substring(0, Math.min(longest, text.length()));
    }

    public boolean flag(String name) {
        return Json.flag(fields.get(name));
    }

    /** A SIP status code of a refusal, or the given one when absent or senseless. */
    public int code(int otherwise) {
        JsonNode node = fields.get("code");
        int code = node == null ? 0 : node.asInt(0);
        return code >= 400 && code < 700 ? code : otherwise;
    }

    /** The SDP, given as an object {@code {type,sdp}} or bare. */
    public Optional<String> sdp() {
        JsonNode node = fields.get("sdp");
        String sdp = Json.text(node != null && node.isObject() ? node.get("sdp") : node);
        return Optional.of(sdp).filter(text -> !text.isBlank());
    }

    /** The ICE candidate; nothing for {@code null} and for the empty one, which both mean that there are no more. */
    public Optional<Candidate> candidate() {
        JsonNode node = fields.get("candidate");
        boolean object = node != null && node.isObject();
        String line = Json.text(object ? node.get("candidate") : node);
        String mid = object ? Json.text(node.get("sdpMid")) : "";
        int index = object && node.get("sdpMLineIndex") != null
                ? node.get("sdpMLineIndex").asInt(0)
                : 0;
        return line.isBlank() ? Optional.empty() : Optional.of(new Candidate(line, mid, Math.max(0, index)));
    }

    /** The texts of an array field. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        JsonNode node = fields.get(name);
        if (node != null && node.isArray()) {
            node.forEach(item -> texts.add(Json.text(item)));
        }
        return texts;
    }

    /** A client's ICE candidate. */
    public record Candidate(String line, String mid, int index) {}
}
