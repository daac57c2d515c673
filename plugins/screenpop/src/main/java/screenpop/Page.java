package screenpop;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Opens a page in this machine's browser. What strangers chose is escaped, so that it stays where the template puts it. */
final class Page implements Pop {
    private final String template;
    private final List<String> browser;

    Page(String template, List<String> browser) {
        this.template = template;
        this.browser = browser.isEmpty() ? system() : browser;
        String scheme = template.replaceAll(":.*", "").toLowerCase(Locale.ROOT);
        if (!Set.of("http", "https").contains(scheme)) {
            throw new IllegalArgumentException(
                    "screenpop, page: it must begin with https:// or http://, not " + template);
        }
    }

    @Override
    public void tell(Ringing call) throws IOException {
        List<String> command = new ArrayList<>(browser);
        command.add(address(call).toString());
        new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    URI address(Ringing call) {
        String address = template;
        for (Map.Entry<String, String> field : call.fields().entrySet()) {
            address = address.replace("{" + field.getKey() + "}", escaped(field.getValue()));
        }
        return URI.create(address);
    }

    /** Safe in a path as in a query; braces are escaped too, so that no value is taken for a field. */
    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static List<String> system() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler");
        }
        return List.of(os.contains("mac") ? "open" : "xdg-open");
    }
}
