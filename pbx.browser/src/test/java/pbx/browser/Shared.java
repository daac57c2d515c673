package pbx.browser;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One office for all test classes, closed when the last has run: it takes seconds to start. */
final class Shared implements ParameterResolver, AfterTestExecutionCallback {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Office.class;
    }

    @Override
    public Office resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return office(context);
    }

    /** A failure tells what the platform said. */
    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            office(context).platform.printed().forEach(System.out::println);
        }
    }

    private static Office office(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(Shared.class))
                .getOrComputeIfAbsent(Office.class, type -> open(), Office.class);
    }

    private static Office open() {
        try {
            return new Office();
        } catch (Exception failed) {
            throw new AssertionError("the platform does not start", failed);
        }
    }
}
