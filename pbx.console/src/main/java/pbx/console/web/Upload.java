package pbx.console.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import pbx.console.html.Forms;
import pbx.console.html.Html;

/** A jar that came from the browser, in a folder for the owner alone until the deployer has taken it. */
final class Upload implements AutoCloseable {
    private static final String PART = "jar";
    private static final long LARGEST = 100_000_000;
    /** Browsers send a name alone; others may send anything. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,100}\\.jar");

    private final Path file;

    private Upload(Path file) {
        this.file = file;
    }

    static String form(String action, String token) {
        return "<form method=\"post\" enctype=\"multipart/form-data\" action=\"" + Html.text(action)
                + "\">" + Forms.hidden("token", token)
                + "<label>Jar <input type=\"file\" name=\"" + PART + "\" accept=\".jar\" required></label>"
                + Forms.button("upload", "yes", "Deploy or update") + "</form>";
    }

    /** @throws IllegalArgumentException if none was sent, or it is no jar by its name or size */
    static Upload of(HttpServletRequest request) throws IOException, ServletException {
        Part part = request.getPart(PART);
        String sent = part == null ? null : part.getSubmittedFileName();
        if (sent == null || sent.isEmpty()) {
            throw new IllegalArgumentException("choose a jar first");
        }
        if (!NAME.matcher(sent).matches()) {
            throw new IllegalArgumentException(
                    "a plugin's file is named like hello-1.0.jar: letters, digits, . _ + - and .jar at its end");
        }
        if (part.getSize() > LARGEST) {
            throw new IllegalArgumentException("a jar of more than " + LARGEST / 1_000_000
                    + " MB is copied into the folder" + " plugins on the platform's machine");
        }
        Path file = Files.createTempDirectory("pbx-upload").resolve(sent);
        try (InputStream in = part.getInputStream()) {
            Files.copy(in, file);
        }
        part.delete();
        return new Upload(file);
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.getParent());
    }
}
