package probe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The control door of the embedded PBX, by which the scenario lets things happen there. */
final class Pbx {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI control;
    private final String token;

    Pbx(URI control, String token) {
        this.control = control;
        this.token = token;
    }

    /** @param parameters a JSON object */
    void please(String verb, String parameters) throws IOException, InterruptedException {
        HttpRequest ask = HttpRequest.newBuilder(control.resolve("/control/" + verb))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(parameters))
                .build();
        HttpResponse<String> answer = http.send(ask, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(verb + " " + parameters + ": " + answer.statusCode() + " " + answer.body());
        }
    }
}
