package pbx.health.support;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import pbx.api.settings.Secret;

/**
 * The configurations, and what in them is secret: every name that begins with a dot, which the OSGi specification keeps from
 * service properties, and every name that sounds like it.
 */
final class Configured {
    private static final Pattern SOUNDS_SECRET = Pattern.compile("(?i)pass|secret|token|key|credential|\\bpin\\b|auth");

    private final Map<String, Map<String, Object>> all = new TreeMap<>();

    Configured(ConfigurationAdmin admin) throws IOException {
        try {
            Configuration[] found = admin.listConfigurations(null);
            for (Configuration each : found == null ? new Configuration[0] : found) {
                add(each.getPid(), each.getProperties());
            }
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException("no filter is a good filter", impossible);
        }
    }

    private void add(String pid, Dictionary<String, Object> properties) {
        Map<String, Object> map = new TreeMap<>();
        if (properties != null) {
            Collections.list(properties.keys()).forEach(key -> map.put(key, properties.get(key)));
        }
        all.put(pid, map);
    }

    /** For people: references are shown, secrets are not. */
    String text() {
        StringBuilder text = new StringBuilder();
        all.forEach((pid, properties) -> {
            text.append('[').append(pid).append("]\n");
            properties.forEach((name, value) ->
                    text.append(name).append(" = ").append(shown(name, value)).append('\n'));
            text.append('\n');
        });
        return text.toString();
    }

    private static String shown(String name, Object value) {
        List<String> values = values(value);
        boolean open = !secret(name) || values.stream().allMatch(v -> v.isEmpty() || Secret.reference(v));
        return open ? String.join(", ", values) : Scrub.GONE;
    }

    /** Every secret, also those that are only referred to. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        for (Map<String, Object> properties : all.values()) {
            properties.forEach((name, value) -> {
                if (secret(name)) {
                    values(value).forEach(each -> reveal(each, secrets));
                }
            });
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
