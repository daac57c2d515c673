package pbx.console.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The files of the page. Not served through the console's own {@code /res/}: that lets browsers keep them by the time stamp
 * of the bundle, which is always the same in a reproducible build.
 */
enum Asset {
    STYLE("pbx.css", "text/css"),
    SCRIPT("pbx.js", "text/javascript");

    private final String file;
    private final String type;

    Asset(String file, String type) {
        this.file = file;
        this.type = type;
    }

    static Optional<Asset> at(String path) {
        return Arrays.stream(values())
                .filter(asset -> path != null && path.endsWith("/" + asset.file))
                .findFirst();
    }

    void send(HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        try (InputStream in = Asset.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException(file + " is missing from the bundle");
            }
            in.transferTo(response.getOutputStream());
        }
    }
}
