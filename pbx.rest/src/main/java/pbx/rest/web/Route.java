package pbx.rest.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import pbx.api.access.Role;

/**
 * One thing that can be asked.
 *
 * @param path below {@code /api/v1}, variables in braces
 * @param role what the token must allow
 * @param action may throw or fail with {@link pbx.api.PbxException}
 */
record Route(String method, String path, Role role, Function<Ask, CompletionStage<Reply>> action) {

    /** The variables of a path that is this route's; else empty. */
    Optional<Map<String, String>> match(List<String> segments) {
        List<String> own = segments(path);
        if (own.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < own.size(); i++) {
            String name = own.get(i);
            if (name.startsWith("{") && !segments.get(i).isBlank()) {
                variables.put(name.substring(1, name.length() - 1), segments.get(i));
            } else if (!name.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
