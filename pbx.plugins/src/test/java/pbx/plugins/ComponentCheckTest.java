package pbx.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import pbx.plugins.sample.Waiting;

/** With the real SCR. */
class ComponentCheckTest {
    private static final String FAIL = "pbx.plugins.sample.fail";

    @RegisterExtension
    final RealFramework felix = new RealFramework();

    private final ComponentCheck check = new ComponentCheck();
    private Bundle plugin;

    @BeforeEach
    void open() throws Exception {
        BundleContext context = felix.context();
        felix.startScr();
        check.set(felix.service(ServiceComponentRuntime.class));
        Path jar = TestJar.bundle("waiting", "1.0.0")
                .with("Service-Component", "OSGI-INF/waiting.xml")
                .type(Waiting.class)
                .text(
                        "OSGI-INF/waiting.xml",
                        """
                        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="waiting" immediate="true">
                          <reference name="what" interface="java.util.concurrent.Callable"/>
                          <implementation class="pbx.plugins.sample.Waiting"/>
                        </scr:component>
                        """)
                .at(felix.folder().resolve("waiting.jar"));
        plugin = context.installBundle(jar.toUri().toString());
        plugin.start();
    }

    @AfterEach
    void forget() {
        System.clearProperty(FAIL);
    }

    @Test
    void aComponentThatWaitsIsToldAndNoLongerWhenItHasWhatItNeeds() {
        String waits = "waiting waits for the service java.util.concurrent.Callable";
        assertEquals(List.of(new ComponentCheck.Problem(waits, false, true)), check.problems(plugin));
        felix.context().registerService(Callable.class, () -> "", null);
        assertEquals(List.of(), check.problems(plugin));
    }

    @Test
    void aComponentThatFailedIsTold() {
        System.setProperty(FAIL, "true");
        felix.context().registerService(Callable.class, () -> "", null);
        String failed = "waiting failed: java.lang.IllegalStateException: no configuration";
        assertEquals(List.of(new ComponentCheck.Problem(failed, true, true)), check.problems(plugin));
    }
}
