package pbx.console.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.apache.felix.webconsole.servlet.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pbx.api.PbxException;
import pbx.api.view.Action;
import pbx.api.view.Panel;
import pbx.api.view.Row;
import pbx.api.view.View;
import pbx.audit.AuditFile;
import pbx.console.security.Role;
import pbx.console.security.Trail;
import pbx.console.security.Visitor;

class ViewPageTest {
    private static final String HOSTILE = "<script>alert(1)</script>\"'";

    @TempDir
    Path folder;

    private ViewPage page;
    private final List<String> done = new ArrayList<>();

    @BeforeEach
    void offer() {
        page = new ViewPage(new Trail(new AuditFile(folder.resolve("audit.log"), Clock.systemUTC())));
        page.bindView(
                new View() {
                    @Override
                    public Panel show(String search) {
                        return new Panel(
                                List.of("Who"),
                                List.of(new Row(HOSTILE, List.of(HOSTILE + search))),
                                List.of(
                                        new Action("erase", "Erase", true, true),
                                        new Action("export", "Export", false, false)));
                    }

                    @Override
                    public String act(String action, Optional<String> row) {
                        if (action.equals("fail")) {
                            throw new PbxException(PbxException.Reason.INVALID, "not so");
                        }
                        done.add(action + row.orElse(""));
                        return "did " + action;
                    }
                },
                Map.of(View.NAME, "log", View.TITLE, "The " + HOSTILE));
    }

    @AfterEach
    void close() {
        page.stop();
    }

    @Test
    void hostileTextIsText() throws IOException {
        assertTrue(get(Map.of()).contains("?view=log"));
        String shown = get(Map.of("view", "log", "search", HOSTILE));
        assertFalse(shown.contains("<script>"), shown);
        assertTrue(shown.contains("&lt;script&gt;"));
        assertTrue(shown.contains("<button>Erase</button>") && shown.contains("<button>Export</button>"));
    }

    @Test
    void whatCannotBeUndoneIsAskedForTwice() throws IOException {
        String asked = post(Map.of("view", "log", "do", "erase", "row", HOSTILE));
        assertTrue(asked.contains("This cannot be undone"), asked);
        assertEquals(List.of(), done);
        assertTrue(post(Map.of("view", "log", "do", "erase", "row", HOSTILE, "sure", "yes"))
                .contains("did erase"));
        assertTrue(post(Map.of("view", "log", "do", "export")).contains("did export"));
        assertEquals(List.of("erase" + HOSTILE, "export"), done);
        assertTrue(post(Map.of("view", "log", "do", "fail")).contains("not so"));
        List<String> trail = Files.readAllLines(folder.resolve("audit.log"));
        assertEquals(4, trail.size(), trail::toString);
        assertTrue(
                trail.get(3).contains("olga (operator)")
                        && trail.get(3).contains("do=fail")
                        && trail.get(3).contains("not done: not so")
                        && !trail.get(3).contains("the token"),
                trail.get(3));
    }

    @Test
    void aFormOfAnotherSessionDoesNothing() throws IOException {
        assertEquals("403", forged(Map.of("view", "log", "do", "export")));
        assertEquals("403", forged(Map.of("view", "log", "do", "export", "token", "another")));
        assertEquals(List.of(), done);
        assertTrue(get(Map.of("view", "log")).contains("name=\"token\" value=\"the token\""));
    }

    private String get(Map<String, String> parameters) throws IOException {
        StringWriter written = new StringWriter();
        page.doGet(request(parameters), response(written));
        return written.toString();
    }

    private String post(Map<String, String> parameters) throws IOException {
        Map<String, String> ours = new HashMap<>(parameters);
        ours.put("token", "the token");
        assertTrue(forged(ours).startsWith("303 to /system/console/pbxviews?view=log&search="));
        return get(parameters);
    }

    private String forged(Map<String, String> parameters) throws IOException {
        StringWriter written = new StringWriter();
        page.doPost(request(parameters), response(written));
        return written.toString();
    }

    private static HttpServletRequest request(Map<String, String> parameters) {
        return proxy(HttpServletRequest.class, (name, args) -> switch (name) {
            case "getParameterNames" -> Collections.enumeration(parameters.keySet());
            case "getRemoteAddr" -> "127.0.0.1";
            case "getParameter" -> parameters.get((String) args[0]);
            case "getPathInfo" -> "/pbxviews";
            case "getAttribute" -> attribute((String) args[0]);
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private static Object attribute(String name) {
        return name.equals(User.USER_ATTRIBUTE)
                ? proxy(User.class, (method, args) -> new Visitor("olga", Role.OPERATOR, "the token", () -> true))
                : name.equals(ServletConstants.ATTR_PLUGIN_ROOT) ? "/system/console/pbxviews" : "/system/console";
    }

    private static HttpServletResponse response(StringWriter written) {
        return proxy(HttpServletResponse.class, (name, args) -> switch (name) {
            case "setHeader" -> header(written, args);
            case "setStatus" -> error(written, args[0]);
            case "getWriter" -> new PrintWriter(written, true);
            case "sendError" -> error(written, args[0]);
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private static Object header(StringWriter written, Object... nameAndValue) {
        if (nameAndValue[0].equals("Location")) {
            written.write(" to " + nameAndValue[1]);
        }
        return null;
    }

    private static Object error(StringWriter written, Object status) {
        written.write(status.toString());
        return null;
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
