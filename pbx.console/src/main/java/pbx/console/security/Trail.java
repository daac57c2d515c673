package pbx.console.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import pbx.audit.AuditFile;
import pbx.audit.Difference;

/** What people do in the console, for the audit trail. Of what they type, nothing that could be a secret. */
@Component(service = Trail.class)
public final class Trail {
    private static final Set<String> NOT_SAID = Set.of("token", "present", "fresh", "again", "password");
    /** What Felix's own forms do; the rest of them is values. */
    private static final Set<String> DEEDS =
            Set.of("action", "apply", "delete", "create", "unbind", "pid", "factoryPid", "shutdown_type", "loglevel");

    private final AuditFile audit;
    private final Caller caller = new Caller();

    @Activate
    public Trail() {
        this(new AuditFile(AuditFile.USUAL, Clock.systemUTC()));
    }

    public Trail(AuditFile audit) {
        this.audit = audit;
    }

    /** Whom the requests of this console come from. */
    Caller caller() {
        return caller;
    }

    void entered(String event, String user, HttpServletRequest request) {
        audit.write(event, "who", user, "from", request.getRemoteAddr());
    }

    void refused(Visitor who, HttpServletRequest request) {
        audit.write("CONSOLE_REFUSED", "who", who.toString(), "from", request.getRemoteAddr(), "what", line(request));
    }

    /** Somebody changes something on a page of Felix's or of a plugin's. */
    void requested(Visitor who, HttpServletRequest request) {
        audit.write(
                "CONSOLE_REQUEST",
                "who",
                who.toString(),
                "from",
                request.getRemoteAddr(),
                "what",
                line(request),
                "form",
                form(request, true));
    }

    /** Somebody did something on a page of ours; {@code problem} is empty when it was done. */
    public void did(Visitor who, HttpServletRequest request, String page, String problem) {
        audit.write(
                "CONSOLE_ACTION",
                "who",
                who.toString(),
                "from",
                request.getRemoteAddr(),
                "page",
                page,
                "form",
                form(request, false),
                "result",
                problem.isEmpty() ? "done" : "not done: " + problem);
    }

    /** Whoever is served by this thread changes a configuration in a form of Felix's. */
    public void configured(String pid, String change) {
        audit.write("CONSOLE_CONFIGURED", "who", caller.words(), "pid", pid, "change", change);
    }

    public List<Map<String, String>> last(int most) throws IOException {
        return audit.last(most).stream().map(AuditFile::fields).toList();
    }

    private static String line(HttpServletRequest request) {
        return request.getMethod() + " " + request.getPathInfo();
    }

    private static String form(HttpServletRequest request, boolean deedsOnly) {
        return Collections.list(request.getParameterNames()).stream()
                .filter(name -> deedsOnly ? DEEDS.contains(name) : !NOT_SAID.contains(name) && !Difference.secret(name))
                .sorted()
                .map(name -> name + "=" + request.getParameter(name))
                .collect(Collectors.joining("; "));
    }
}
