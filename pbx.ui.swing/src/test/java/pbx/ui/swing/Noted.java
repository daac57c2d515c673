package pbx.ui.swing;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Services that note what they are asked, and on which thread; what no answer was given for is answered with nothing. */
final class Noted {
    final Set<String> threads = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

    /** The next change that was asked for; what only looks is not noted. */
    String asked() throws InterruptedException {
        String command = asked.poll(20, TimeUnit.SECONDS);
        return command == null ? "nothing was asked" : command;
    }

    boolean unasked() {
        return asked.isEmpty();
    }

    /** @param answers by the method's name */
    <S> S service(Class<S> type, Map<String, Object> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return object(proxy, method, arguments);
                    }
                    threads.add(Thread.currentThread().getName());
                    String words = words(method, arguments);
                    // where the window is comes when it has come to rest
                    if (CompletionStage.class.isAssignableFrom(method.getReturnType()) && !words.contains("{window=")) {
                        asked.add(words);
                    }
                    return answers.getOrDefault(method.getName(), nothing(method.getReturnType()));
                }));
    }

    private static String words(Method method, Object[] arguments) {
        return Arrays.stream(arguments == null ? new Object[0] : arguments)
                .map(argument -> argument instanceof Map<?, ?> map ? new java.util.TreeMap<>(map) : argument)
                .map(String::valueOf)
                .collect(Collectors.joining(" ", method.getName() + " ", ""));
    }

    private static Object nothing(Class<?> type) {
        if (CompletionStage.class.isAssignableFrom(type)) {
            return CompletableFuture.completedFuture(null);
        }
        if (type == List.class) {
            return List.of();
        }
        return type == Optional.class
                ? Optional.empty()
                : type == boolean.class ? false : type == String.class ? "" : null;
    }

    private static Object object(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "noted";
        };
    }
}
