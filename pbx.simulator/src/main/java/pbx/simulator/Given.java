package pbx.simulator;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A configuration that no administrator wrote: the given values by setting, all else as it is by default. */
public final class Given {
    private Given() {}

    /**
     * @param values by the names of {@link Configuration}'s methods
     * @throws IllegalArgumentException if there is no setting of that name, or it is of another type
     */
    public static Configuration configuration(Map<String, ?> values) {
        values.forEach(Given::check);
        return (Configuration) Proxy.newProxyInstance(
                Configuration.class.getClassLoader(),
                new Class<?>[] {Configuration.class},
                (proxy, method, arguments) -> value(values, method));
    }

    // A setting that is misspelt would count for nothing, and nobody would hear of it.
    private static void check(String setting, Object value) {
        Method method = Stream.of(Configuration.class.getDeclaredMethods())
                .filter(one -> one.getName().equals(setting))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the embedded PBX has no setting " + setting + "; it has " + settings()));
        Class<?> type = MethodType.methodType(method.getReturnType()).wrap().returnType();
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(setting + " is of type " + type.getSimpleName() + ", not " + value);
        }
    }

    private static String settings() {
        return Stream.of(Configuration.class.getDeclaredMethods())
                .map(Method::getName)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Object value(Map<String, ?> values, Method method) {
        Object value = values.get(method.getName());
        return value == null ? method.getDefaultValue() : value;
    }
}
