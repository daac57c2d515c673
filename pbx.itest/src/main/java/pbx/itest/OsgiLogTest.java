package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.LoggerFactory;
import pbx.itest.plugin.Failing;

/** What goes wrong in a plugin's components is in the platform's log: Declarative Services tell the OSGi log service only. */
class OsgiLogTest {
    private final BlockingQueue<ILoggingEvent> lines = new LinkedBlockingQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
            line.prepareForDeferredProcessing(); // as the appender of the file does
            lines.add(line);
        }
    };

    @BeforeEach
    void listen() {
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
    }

    @AfterEach
    void leave() {
        root.detachAppender(appender);
    }

    @Test
    void aComponentThatCannotBeMadeSaysWhyInTheLog() throws Exception {
        Bundle bundle = FrameworkUtil.getBundle(Failing.class);
        BundleContext context = bundle.getBundleContext();
        ServiceComponentRuntime components =
                context.getService(context.getServiceReference(ServiceComponentRuntime.class));
        var failing = components.getComponentDescriptionDTO(bundle, Failing.class.getName());
        components.enableComponent(failing).getValue();
        try {
            ILoggingEvent line = lines.poll(10, TimeUnit.SECONDS);
            while (line != null && !because(line).contains(Failing.WHY)) {
                line = lines.poll(10, TimeUnit.SECONDS);
            }
            assertNotNull(line, "nothing was logged");
            assertEquals(Level.ERROR, line.getLevel());
        } finally {
            components.disableComponent(failing).getValue();
        }
    }

    private static String because(ILoggingEvent line) {
        StringBuilder all = new StringBuilder();
        for (var cause = line.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            all.append(cause.getMessage()).append('\n');
        }
        return all.toString();
    }
}
