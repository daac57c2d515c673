package pbx.itest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import pbx.api.AccountId;
import pbx.api.call.CallState;
import pbx.api.connection.ConnectionState;

/** What one account shows, and what the PBX itself says: told by a colleague whose line is good, and asked over REST. */
final class FaultPicture {
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

    private final Office office;
    private final HttpClient http = HttpClient.newHttpClient();

    FaultPicture(Office office) {
        this.office = office;
    }

    /** Everybody's presence as text, without through whom it was seen. */
    Map<String, String> presences(AccountId seenBy) {
        TreeMap<String, String> seen = new TreeMap<>();
        office.presences().list().stream()
                .filter(p -> p.seenBy().equals(seenBy))
                .forEach(p -> seen.put(p.number(), p.toString().replace("seenBy=" + p.seenBy() + ",", "")));
        return seen;
    }

    /** The ids of the calls that are up, as the platform lists them. */
    Set<String> calls(AccountId account) {
        TreeSet<String> up = new TreeSet<>();
        office.calls().list().stream()
                .filter(call -> call.account().equals(account) && call.state() != CallState.ENDED)
                .forEach(call -> up.add(call.id().value()));
        return up;
    }

    /** The same, as the PBX lists them. */
    Set<String> callsOfPbx(String extension) throws IOException, InterruptedException {
        String basic =
                Base64.getEncoder().encodeToString((extension + "@localhost:demo").getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + office.port + "/rest/user/" + extension + "%40localhost/calls"))
                        .header("Authorization", "Basic " + basic)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError("the PBX answered " + answer.statusCode());
        }
        return new TreeSet<>(ID.matcher(answer.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList());
    }

    /** Why {@code account} does not show what the PBX says; empty if it does. */
    List<String> differences(AccountId account, String extension, AccountId colleague)
            throws IOException, InterruptedException {
        List<String> differences = new ArrayList<>();
        boolean registered = office.connections.all().stream()
                .filter(change -> change.after().account().equals(account))
                .reduce((earlier, later) -> later)
                .map(change -> change.after().state() == ConnectionState.REGISTERED)
                .orElse(true); // nothing was told since the last round
        if (!registered) {
            differences.add("not registered");
        }
        compare("presence", presences(account).toString(), presences(colleague).toString(), differences);
        compare("calls", calls(account).toString(), callsOfPbx(extension).toString(), differences);
        return differences;
    }

    private static void compare(String what, String shown, String said, List<String> differences) {
        if (!shown.equals(said)) {
            differences.add(what + ": shown " + shown + " but the PBX says " + said);
        }
    }
}
