package pbx.transport;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Settings that are no configuration yet, seen as one. */
final class SettingsView {
    private SettingsView() {}

    static AccountConfig of(Map<String, Object> settings) {
        return (AccountConfig) Proxy.newProxyInstance(
                AccountConfig.class.getClassLoader(),
                new Class<?>[] {AccountConfig.class},
                (self, method, arguments) -> value(settings.get(name(method.getName())), method));
    }

    /** As Declarative Services names properties: {@code _password} is {@code .password}, {@code token_url token.url}. */
    private static String name(String method) {
        return method.replace('_', '.');
    }

    private static Object value(Object given, Method method) {
        Object usual = method.getDefaultValue() == null ? "" : method.getDefaultValue();
        if (given == null) {
            return usual;
        }
        return usual instanceof Boolean ? Boolean.valueOf(given.toString()) : given.toString();
    }
}
