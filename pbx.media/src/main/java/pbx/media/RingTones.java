package pbx.media;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pbx.api.call.Call;

/** Which file rings for whom: lines of {@code WHO=FILE}, WHO a caller's number or an account's name. The caller goes first. */
record RingTones(Map<String, String> files) {
    static RingTones of(String[] lines) {
        Map<String, String> files = new LinkedHashMap<>();
        Arrays.stream(lines).forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                files.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        });
        return new RingTones(files);
    }

    Optional<String> choose(Call call) {
        return Optional.ofNullable(files.get(call.remote().number()))
                .or(() -> Optional.ofNullable(files.get(call.account().value())));
    }
}
