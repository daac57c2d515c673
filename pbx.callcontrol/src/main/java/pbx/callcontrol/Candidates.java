package pbx.callcontrol;

import java.util.List;
import java.util.stream.Stream;
import pbx.api.connection.Message;
import pbx.api.media.Candidate;

/**
 * The PBX's candidates: a raw line without a media section, which is the first. With {@code adr}, a list of address and port
 * pairs, there is one candidate for each (observed, protocol notes 5.1).
 */
final class Candidates {
    private static final int ADDRESS = 4;
    private static final int PORT = 5;
    private static final int MOST_ADDRESSES = 32;

    private Candidates() {}

    static List<Candidate> of(Message message) {
        String line = message.text("candidate");
        List<?> addresses = message.fields().get("adr") instanceof List<?> list ? list : List.of();
        Stream<String> lines = addresses.isEmpty()
                ? Stream.of(line)
                : addresses.stream().limit(MOST_ADDRESSES).flatMap(adr -> at(line, adr));
        return lines.map(each -> new Candidate(each, "", 0)).toList();
    }

    private static Stream<String> at(String line, Object adr) {
        String[] words = line.split(" ");
        if (words.length <= PORT || !(adr instanceof List<?> pair) || pair.size() != 2) {
            return Stream.empty();
        }
        words[ADDRESS] = String.valueOf(pair.get(0));
        words[PORT] = String.valueOf(pair.get(1));
        return Stream.of(String.join(" ", words));
    }
}
