package pbx.kit.plugin;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives test methods the platform; it is started for the first one of a class and stopped after the last. */
public final class SharedPlatform implements ParameterResolver {
    private static final Namespace KIT = Namespace.create(SharedPlatform.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == PluginPlatform.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        ExtensionContext type = test.getParent().orElse(test);
        return type.getStore(KIT)
                .getOrComputeIfAbsent(Running.class, unstarted -> Running.start(), Running.class)
                .platform();
    }

    /** Closed by JUnit with the class. */
    record Running(PluginPlatform platform) implements AutoCloseable {
        static Running start() {
            try {
                return new Running(PluginPlatform.start());
            } catch (Exception e) {
                throw new IllegalStateException("the platform does not start: " + e, e);
            }
        }

        @Override
        public void close() throws Exception {
            platform.close();
        }
    }
}
