package pbx.console.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.dto.RuntimeDTO;
import org.osgi.service.servlet.runtime.dto.ServletContextDTO;
import org.osgi.service.servlet.runtime.dto.ServletDTO;

class AddressTest {
    private static final Map<String, Object> ENDPOINT =
            Map.of("osgi.http.endpoint", new String[] {"http://127.0.0.1:8081/"});

    @Test
    void isTheServersEndpointWithTheConsolesPath() {
        assertEquals(
                Optional.of("http://127.0.0.1:8081/system/console"),
                Address.of(server("org.apache.felix.webconsole", "/"), ENDPOINT));
    }

    @Test
    void isEmptyWhileTheConsoleIsNotServed() {
        assertEquals(Optional.empty(), Address.of(server("default", "/"), ENDPOINT));
        assertEquals(Optional.empty(), Address.of(server("org.apache.felix.webconsole", "/pbx/events"), ENDPOINT));
        assertEquals(Optional.empty(), Address.of(server("org.apache.felix.webconsole", "/"), Map.of()));
    }

    private static HttpServiceRuntime server(String name, String pattern) {
        ServletDTO servlet = new ServletDTO();
        servlet.patterns = new String[] {pattern};
        ServletContextDTO context = new ServletContextDTO();
        context.name = name;
        context.contextPath = "/system/console";
        context.servletDTOs = new ServletDTO[] {servlet};
        RuntimeDTO runtime = new RuntimeDTO();
        runtime.servletContextDTOs = new ServletContextDTO[] {context};
        return (HttpServiceRuntime) Proxy.newProxyInstance(
                HttpServiceRuntime.class.getClassLoader(),
                new Class<?>[] {HttpServiceRuntime.class},
                (self, method, args) -> runtime);
    }
}
