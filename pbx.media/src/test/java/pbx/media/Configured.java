package pbx.media;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A configuration with its defaults, save what is given. */
final class Configured {
    private Configured() {}

    static MediaConfig with(Map<String, Object> given) {
        return (MediaConfig) Proxy.newProxyInstance(
                MediaConfig.class.getClassLoader(),
                new Class<?>[] {MediaConfig.class},
                (self, method, args) -> given.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    static MediaConfig withoutDevices(Map<String, Object> given) {
        Map<String, Object> all = new HashMap<>(Map.of("microphone", "none", "speaker", "none", "ringer", "none"));
        all.putAll(given);
        return with(all);
    }
}
