package pbx.console.settings;

import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** A Configuration Admin with factory configurations of accounts, in memory. */
final class Admin {
    final Map<String, Dictionary<String, ?>> kept = new TreeMap<>();

    Admin with(String pid, Map<String, Object> values) {
        kept.put(pid, FrameworkUtil.asDictionary(values));
        return this;
    }

    ConfigurationAdmin service() {
        return proxy(ConfigurationAdmin.class, (name, args) -> switch (name) {
            case "listConfigurations" -> found((String) args[0]);
            case "getFactoryConfiguration" -> configuration(args[0] + "~" + args[1]);
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private Configuration[] found(String filter) {
        Configuration[] found = kept.keySet().stream()
                .filter(pid -> filter.contains("service.factoryPid") || filter.contains(pid))
                .map(this::configuration)
                .toArray(Configuration[]::new);
        return found.length == 0 ? null : found;
    }

    private Configuration configuration(String pid) {
        return proxy(Configuration.class, (name, args) -> switch (name) {
            case "getPid" -> pid;
            case "getProperties" -> kept.get(pid);
            case "delete" -> remove(pid);
            case "updateIfDifferent" -> update(pid, args[0]);
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private Object remove(String pid) {
        kept.remove(pid);
        return null;
    }

    private boolean update(String pid, Object values) {
        kept.put(pid, cast(values));
        return true;
    }

    @SuppressWarnings("unchecked") // what a proxy is given has lost its type
    private static Dictionary<String, ?> cast(Object values) {
        return (Dictionary<String, ?>) values;
    }

    private interface Answers {
        Object to(String method, Object[] args);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> answers.to(method.getName(), args)));
    }
}
