package pbx.simulator;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

/** A configuration that no administrator wrote: the given values by setting, all else as it is by default. */
public final class Given {
    private Given() {}

    /** @param values by the names of {@link Configuration}'s methods */
    public static Configuration configuration(Map<String, ?> values) {
        return (Configuration) Proxy.newProxyInstance(
                Configuration.class.getClassLoader(),
                new Class<?>[] {Configuration.class},
                (proxy, method, arguments) -> value(values, method));
    }

    private static Object value(Map<String, ?> values, Method method) {
        Object value = values.get(method.getName());
        return value == null ? method.getDefaultValue() : value;
    }
}
