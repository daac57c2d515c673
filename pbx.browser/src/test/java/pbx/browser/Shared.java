package pbx.browser;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives all test classes the same offices, for they take seconds to start, and closes them when the last test has run. */
final class Shared implements ParameterResolver, AfterTestExecutionCallback {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Offices.class || type == Console.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Offices.class ? offices(context) : console(context);
    }

    /** A failure tells what the platforms said. */
    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            offices(context).tell();
        }
    }

    private static Console console(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(Shared.class))
                .getOrComputeIfAbsent(Console.class, type -> Console.opened(), Console.class);
    }

    private static Offices offices(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(Shared.class))
                .getOrComputeIfAbsent(Offices.class, type -> new Offices(), Offices.class);
    }
}
