package pbx.rest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pbx.api.PbxException;
import pbx.api.access.Role;
import pbx.rest.access.TestTokens;

/** openapi.json against what is served: the same paths, and every answer of the shape that it promises. */
class DescriptionTest {
    private static final Map<String, String> BODIES = Map.of(
            "calls", "{\"number\":\"601\"}",
            "dnd", "{\"on\":true}",
            "reject", "{\"reason\":\"BUSY\"}",
            "transfer", "{\"consultation\":\"call-2\"}",
            "dtmf", "{\"digits\":\"12#\"}",
            "mute", "{\"muted\":true}");

    @TempDir
    static Path folder;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static Served served;
    private static String token;
    private static JsonNode description;

    @BeforeAll
    static void start() throws Exception {
        TestTokens tokens = new TestTokens(folder);
        token = tokens.create(Role.OPERATOR);
        served = new Served(tokens.tokens, Map.of("rate", 1000, "burst", 1000));
        description =
                JSON.readTree(served.ask(null, "GET", "/openapi.json", null).body());
    }

    @AfterAll
    static void stop() throws Exception {
        served.close();
    }

    @Test
    void itListsWhatThereIs() {
        Set<String> there = new Routes(served.office.phone)
                .all().stream()
                        .map(route -> route.method() + " " + route.path())
                        .collect(Collectors.toCollection(TreeSet::new));
        there.addAll(List.of("GET /events", "GET /openapi.json"));
        Set<String> listed = new TreeSet<>();
        operations().forEach(operation -> listed.add(operation.method + " " + operation.path));
        assertEquals(there, listed);
    }

    @Test
    void eachAnswerHasItsShape() throws Exception {
        served.office.failure = null;
        int checked = 0;
        for (Operation operation : operations()) {
            if (!operation.path.equals("/events")) {
                HttpResponse<String> answer = ask(operation);
                String what = operation.method + " " + operation.path + ": " + answer.body();
                JsonNode promised = operation.node.path("responses").path(String.valueOf(answer.statusCode()));
                assertTrue(promised.isObject(), answer.statusCode() + " is not promised by " + what);
                fits(what, promised.path("content").path("application/json").path("schema"), answer.body());
                checked++;
            }
        }
        System.out.println("shapes: " + checked + " operations answered as openapi.json says");
        assertEquals(operations().size() - 1, checked);
    }

    @Test
    void eachFailureIsAProblemOfItsOwnStatus() throws Exception {
        Map<PbxException.Reason, Integer> statuses = Map.of(
                PbxException.Reason.INVALID, 400,
                PbxException.Reason.DENIED, 403,
                PbxException.Reason.UNKNOWN_CALL, 404,
                PbxException.Reason.WRONG_STATE, 409,
                PbxException.Reason.UNSUPPORTED, 501,
                PbxException.Reason.REFUSED, 502,
                PbxException.Reason.STOPPED, 503,
                PbxException.Reason.TIMED_OUT, 504);
        for (Map.Entry<PbxException.Reason, Integer> each : statuses.entrySet()) {
            served.office.failure = new PbxException(each.getKey(), "what to do");
            HttpResponse<String> answer = served.ask(token, "POST", "/accounts/demo/calls/c/hold", null);
            assertEquals(each.getValue(), answer.statusCode());
            assertEquals(
                    "application/problem+json",
                    answer.headers().firstValue("Content-Type").orElse(""));
            fits(answer.body(), JSON.readTree("{\"$ref\":\"#/components/schemas/Problem\"}"), answer.body());
            assertTrue(answer.body().contains("\"detail\":\"what to do\""), answer.body());
        }
        served.office.failure = null;
    }

    private HttpResponse<String> ask(Operation operation) throws Exception {
        String path = operation.path.replace("{account}", "demo").replace("{call}", "call-1");
        if (path.equals("/accounts/demo/calls/call-1") && operation.method.equals("GET")) {
            return served.ask(token, "GET", "/accounts/demo/calls/live", null);
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        return served.ask(token, operation.method, path, operation.method.equals("GET") ? null : BODIES.get(last));
    }

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        description.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> {
                    if (!method.getKey().equals("parameters")) {
                        operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
                    }
                }));
        return operations;
    }

    private static void fits(String what, JsonNode schema, String body) throws Exception {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", description.path("components"));
        var errors = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(whole)
                .validate(JSON.readTree(body));
        assertTrue(errors.isEmpty(), what + " does not fit: " + errors);
    }

    private record Operation(String method, String path, JsonNode node) {}
}
