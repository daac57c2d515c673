package pbx.health.support;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import pbx.api.settings.Secret;

/**
 * The configurations, and what in them is secret: what its definition calls so, every name that begins with a dot, which the
 * OSGi specification keeps from service properties, and every name that sounds like it.
 */
final class Configured {
    private static final Pattern SOUNDS_SECRET = Pattern.compile("(?i)pass|secret|token|key|credential|\\bpin\\b|auth");

    private final Map<String, Map<String, Kept>> all = new TreeMap<>();

    private record Kept(Object value, boolean secret) {}

    /** @param defined what the definition of a PID calls secret */
    Configured(ConfigurationAdmin admin, Function<String, Set<String>> defined) throws IOException {
        try {
            Configuration[] found = admin.listConfigurations(null);
            for (Configuration each : found == null ? new Configuration[0] : found) {
                String definedAs = Objects.requireNonNullElse(each.getFactoryPid(), each.getPid());
                add(each.getPid(), each.getProperties(), defined.apply(definedAs));
            }
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException("no filter is a good filter", impossible);
        }
    }

    private void add(String pid, Dictionary<String, Object> properties, Set<String> defined) {
        Map<String, Kept> map = new TreeMap<>();
        if (properties != null) {
            Collections.list(properties.keys())
                    .forEach(key -> map.put(key, new Kept(properties.get(key), defined.contains(key) || secret(key))));
        }
        all.put(pid, map);
    }

    /** For people: references are shown, secrets are not. */
    String text() {
        StringBuilder text = new StringBuilder();
        all.forEach((pid, properties) -> {
            text.append('[').append(pid).append("]\n");
            properties.forEach((name, kept) ->
                    text.append(name).append(" = ").append(shown(kept)).append('\n'));
            text.append('\n');
        });
        return text.toString();
    }

    private static String shown(Kept kept) {
        List<String> values = values(kept.value());
        boolean open = !kept.secret() || values.stream().allMatch(v -> v.isEmpty() || Secret.reference(v));
        return open ? String.join(", ", values) : Scrub.GONE;
    }

    /** Every secret, also those that are only referred to. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        for (Map<String, Kept> properties : all.values()) {
            for (Kept kept : properties.values()) {
                if (kept.secret()) {
                    values(kept.value()).forEach(each -> reveal(each, secrets));
                }
            }
        }
        return secrets;
    }

    private static void reveal(String value, List<String> secrets) {
        try {
            secrets.add(Secret.reveal(value));
        } catch (IllegalArgumentException nowhere) {
            // a reference that leads nowhere is no secret
        }
    }

    private static boolean secret(String name) {
        return name.startsWith(".") || SOUNDS_SECRET.matcher(name).find();
    }

    private static List<String> values(Object value) {
        if (value instanceof Object[] several) {
            return Arrays.stream(several).map(String::valueOf).toList();
        }
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }
}
