package pbx.console.status;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.HttpServiceRuntimeConstants;
import org.osgi.service.servlet.runtime.dto.ServletContextDTO;

/** Finds the console in a running web server. */
final class Address {
    private static final String CONTEXT = "org.apache.felix.webconsole";

    private Address() {}

    /** Empty while the server does not serve the console. */
    static Optional<String> of(HttpServiceRuntime server, Map<String, Object> properties) {
        return Arrays.stream(server.getRuntimeDTO().servletContextDTOs)
                .filter(context -> CONTEXT.equals(context.name) && servesAll(context))
                .findFirst()
                .flatMap(context -> endpoint(properties).map(endpoint -> endpoint + context.contextPath));
    }

    private static boolean servesAll(ServletContextDTO context) {
        return Arrays.stream(context.servletDTOs)
                .anyMatch(servlet -> Arrays.asList(servlet.patterns).contains("/"));
    }

    private static Optional<String> endpoint(Map<String, Object> properties) {
        Object value = properties.get(HttpServiceRuntimeConstants.HTTP_SERVICE_ENDPOINT);
        String[] endpoints = value instanceof String[] several ? several : new String[] {};
        return Arrays.stream(endpoints).findFirst().map(endpoint -> endpoint.replaceFirst("/+$", ""));
    }
}
