package pbx.rest.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.PbxException;
import pbx.api.access.Role;
import pbx.api.access.Token;
import pbx.api.access.Tokens;
import pbx.rest.Phone;
import pbx.rest.RestConfig;
import pbx.rest.events.Events;

/** {@code /api/v1}: finds what is asked, and asks the door first. */
@Designate(ocd = RestConfig.class)
@Component(
        service = Servlet.class,
        configurationPid = RestConfig.PID,
        property = {
            "osgi.http.whiteboard.servlet.pattern=" + Api.ROOT + "/*",
            "osgi.http.whiteboard.servlet.name=pbx.rest",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"
        })
public final class Api extends HttpServlet {
    static final String ROOT = "/api/v1";
    static final String EVENTS = "/events";
    static final String DESCRIPTION = "/openapi.json";
    private static final Logger log = LoggerFactory.getLogger(Api.class);
    private static final int LONGEST_LOGGED = 120;
    private static final long serialVersionUID = 1L;

    private final transient Door door;
    private final transient Events events;
    private final transient List<Route> routes;
    private final transient Bodies bodies = new Bodies();

    @Activate
    public Api(@Reference Phone phone, @Reference Tokens tokens, @Reference Events events, RestConfig config) {
        this.door = new Door(tokens, config);
        this.events = events;
        this.routes = new Routes(phone).all();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.dress(request, response);
        try {
            if (request.getMethod().equals("OPTIONS") && request.getHeader("Origin") != null) {
                door.preflight(request, response).send(response);
            } else if (path(request).equals(DESCRIPTION)) {
                allow(request, response, "GET");
                Description.send(response);
            } else {
                Token token = door.enter(request, response);
                serve(request, response, token);
            }
        } catch (PbxException e) {
            Problem.of(e).reply().send(response);
        } catch (Problem e) {
            e.reply().send(response);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, Token token)
            throws IOException, Problem {
        if (path(request).equals(EVENTS)) {
            allow(request, response, "GET");
            if (!events.open(request, response, token, Events.kinds(request.getParameter("kinds")))) {
                response.setHeader("Retry-After", "30");
                throw new Problem(429, "too-many-streams", "too many event streams are open: close one");
            }
            return;
        }
        List<String> segments = Route.segments(path(request));
        Route route = route(request, response, segments);
        if (!token.role().includes(route.role())) {
            throw new Problem(403, "role", "this needs an operator's token; " + token.name() + " is a viewer's");
        }
        // before the query: to find parameters the container would read a form itself
        Map<String, Object> body = route.method().equals("GET") ? Map.of() : bodies.read(request, token);
        Ask ask = new Ask(route.match(segments).orElseThrow(), query(request), body);
        if (route.role() == Role.OPERATOR) {
            log.info("token {} asks {} {}", token.name(), route.method(), plain(path(request)));
        }
        new Exchange(request, response).answer(route.action().apply(ask));
    }

    private Route route(HttpServletRequest request, HttpServletResponse response, List<String> segments)
            throws Problem {
        List<Route> there = routes.stream()
                .filter(route -> route.match(segments).isPresent())
                .toList();
        if (there.isEmpty()) {
            throw new Problem(404, "unknown-path", "there is no such path; " + ROOT + DESCRIPTION + " lists them");
        }
        allow(request, response, there.stream().map(Route::method).toArray(String[]::new));
        return there.stream()
                .filter(route -> route.method().equals(request.getMethod()))
                .findFirst()
                .orElseThrow();
    }

    private static void allow(HttpServletRequest request, HttpServletResponse response, String... methods)
            throws Problem {
        if (!List.of(methods).contains(request.getMethod())) {
            String allowed = new TreeSet<>(List.of(methods)).stream().collect(Collectors.joining(", "));
            response.setHeader("Allow", allowed);
            throw new Problem(405, "method-not-allowed", "this takes " + allowed);
        }
    }

    /** For the log: who may write anything there is a token's owner, and may not. */
    private static String plain(String path) {
        String plain = path.replaceAll("[^\\w.@~/-]", "?");
        return plain.substring(0, Math.min(plain.length(), LONGEST_LOGGED));
    }

    private static String path(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null || path.isEmpty() ? "/" : path;
    }

    private static Map<String, String> query(HttpServletRequest request) {
        Map<String, String> query = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
        return query;
    }
}
