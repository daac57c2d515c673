package pbx.health;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A service that answers each method of a name with what it is told to, and fails in all others. */
public final class Fake {
    private Fake() {}

    public static <T> T of(Class<T> type, Map<String, ?> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, words) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("equals") ? (Object) (self == words[0]) : System.identityHashCode(self);
            }
            if (!answers.containsKey(method.getName())) {
                throw new AssertionError("nobody may call " + method);
            }
            return answers.get(method.getName());
        }));
    }
}
