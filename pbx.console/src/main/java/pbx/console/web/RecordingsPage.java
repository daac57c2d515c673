package pbx.console.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pbx.console.html.Forms;
import pbx.console.html.Html;
import pbx.console.security.Trail;
import pbx.console.security.Visitor;
import pbx.console.settings.Accounts;

/** The page "Recordings": what was said with a PBX, written to files, sent to support, played back. */
@Component(
        service = Servlet.class,
        property = {
            ServletConstants.PLUGIN_LABEL + "=" + RecordingsPage.LABEL,
            ServletConstants.PLUGIN_TITLE + "=Recordings",
            ServletConstants.PLUGIN_CATEGORY + "=PBX",
            ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + RecordingsPage.LABEL + "/pbx.css"
        })
public final class RecordingsPage extends ConsolePage {
    static final String LABEL = "pbxrecordings";
    private static final long serialVersionUID = 1L;
    private static final Path FOLDER = Path.of("data", "recordings");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-]+\\.jsonl");
    private static final Pattern ASKED = Pattern.compile(".*/file/(" + FILE + ")");
    private static final String REPLAY = "replay";
    private static final List<String> KEEPS = List.of("off", "masked", "full");

    private final transient Accounts accounts;

    @Activate
    public RecordingsPage(@Reference Accounts accounts, @Reference Trail trail) {
        super(LABEL, trail);
        this.accounts = accounts;
    }

    @Override
    boolean sends(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher asked = ASKED.matcher(String.valueOf(request.getPathInfo()));
        if (!asked.matches()) {
            return false;
        }
        response.setContentType("application/x-ndjson");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + asked.group(1) + "\"");
        try {
            Files.copy(FOLDER.resolve(asked.group(1)), response.getOutputStream());
        } catch (NoSuchFileException gone) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
        return true;
    }

    @Override
    String body(HttpServletRequest request, Visitor visitor) {
        try {
            return "<div id=\"pbx\">" + switches(request, visitor) + files(request, visitor) + "</div>";
        } catch (IOException problem) {
            return Html.said(false, "the recordings cannot be read (" + problem.getMessage() + ")");
        }
    }

    private String switches(HttpServletRequest request, Visitor visitor) throws IOException {
        return "<h2>Record</h2><p>masked: numbers and names are others; full: as they are. Secrets never. What is recorded is"
                + " what is said with the PBX, not what people say.</p><table><thead><tr><th scope=\"col\">Account</th>"
                + "<th scope=\"col\">Extension</th><th scope=\"col\">Recorded</th></tr></thead><tbody>"
                + accounts.list().stream()
                        .map(account -> Html.row(
                                Html.text(account.name()),
                                Html.name(account.text("extension") + "@" + account.text("tenant")),
                                Forms.open(root(request), visitor.token()) + Forms.hidden("account", account.name())
                                        + Forms.choice("", "record", KEEPS, account.text("record"))
                                        + Forms.button("do", "record", "Set")
                                        + (account.name().equals(REPLAY)
                                                ? Forms.button("do", "stop", "Stop the replay")
                                                : "")
                                        + "</form>"))
                        .collect(Collectors.joining())
                + "</tbody></table>";
    }

    private String files(HttpServletRequest request, Visitor visitor) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (Path file : recordings()) {
            String name = file.getFileName().toString();
            rows.append(Html.row(
                    "<a href=\"" + Html.text(root(request) + "/file/" + name) + "\">" + Html.text(name) + "</a>",
                    Html.text(Files.size(file) / 1000 + " kB"),
                    Forms.open(root(request), visitor.token()) + Forms.hidden("file", name)
                            + Forms.field("Speed", "speed", "number", "value=\"1\" min=\"1\" max=\"1000\"")
                            + Forms.button("do", REPLAY, "Play back") + "</form>"));
        }
        return "<h2>Recordings</h2><table id=\"pbx-recordings\"><thead><tr><th scope=\"col\">File</th>"
                + "<th scope=\"col\">Size</th><th scope=\"col\">Replay</th></tr></thead><tbody>"
                + (rows.isEmpty() ? Html.emptyRow(3, "Nothing is recorded yet.") : rows) + "</tbody></table>";
    }

    private static List<Path> recordings() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(
                            file -> FILE.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    @Override
    String act(HttpServletRequest request, Visitor visitor) throws IOException {
        switch (text(request, "do")) {
            case "record" -> {
                String name = known(text(request, "account"));
                accounts.put(name, Map.of("record", text(request, "record")));
                return Html.said(true, "Account " + name + ": " + text(request, "record") + ".");
            }
            case REPLAY -> {
                play(text(request, "file"), text(request, "speed"));
                return Html.said(true, "It plays back as account " + REPLAY + ".");
            }
            case "stop" -> {
                accounts.remove(REPLAY);
                return Html.said(true, "The replay has ended.");
            }
            default -> throw new IllegalArgumentException("this page does not do that");
        }
    }

    private String known(String name) throws IOException {
        Optional<Accounts.Settings> account = accounts.find(name);
        return account.orElseThrow(() -> new IllegalArgumentException("there is no such account"))
                .name();
    }

    private void play(String file, String speed) throws IOException {
        if (!FILE.matcher(file).matches() || !Files.exists(FOLDER.resolve(file))) {
            throw new IllegalArgumentException("there is no such recording");
        }
        if (!speed.matches("[1-9]\\d{0,2}|1000")) {
            throw new IllegalArgumentException("the speed is 1 to 1000");
        }
        String server = "replay:" + FOLDER.resolve(file).toString().replace('\\', '/') + "?speed=" + speed;
        accounts.remove(REPLAY);
        accounts.put(REPLAY, Map.of("server", server, "tenant", REPLAY, "extension", "0"));
    }
}
