package pbx.simulator.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import pbx.simulator.wire.Json;
import pbx.simulator.wire.UnknownAnswers;

/** What there is in the tenant, as JSON. May be used from any thread. */
public final class Directory {
    private final Asking asking;
    private final Facilities facilities;
    private final StarCodes starCodes;
    private final Board board;

    Directory(Asking asking, Facilities facilities, StarCodes starCodes, Board board) {
        this.asking = asking;
        this.facilities = facilities;
        this.starCodes = starCodes;
        this.board = board;
    }

    /** @param type {@code extensions}, {@code hunts}, {@code acds}, {@code conferences}, {@code orbits}, or empty for all */
    public CompletableFuture<String> accounts(String type) {
        return asking.now(() -> {
            ArrayNode list = Json.array();
            if (type.isEmpty() || type.equals("extensions")) {
                asking.tenant()
                        .accounts()
                        .forEach(account -> list.add(UnknownAnswers.directoryEntry(
                                AccountView.row(account), facilities.acd().isAgent(account))));
            }
            facilities.shown().forEach(facility -> add(list, facility, type));
            facilities.orbits().all().forEach(facility -> add(list, facility, type));
            return list.toString();
        });
    }

    private static void add(ArrayNode list, Facility facility, String type) {
        if (type.isEmpty() || type.equals(facility.type())) {
            list.add(UnknownAnswers.directoryEntry(facility.row()));
        }
    }

    public CompletableFuture<String> orbits() {
        return asking.now(() -> UnknownAnswers.orbits(board.orbits()).toString());
    }

    public CompletableFuture<String> starCodes() {
        return asking.now(() -> UnknownAnswers.starCodes(starCodes.titles()).toString());
    }

    /** Who is in a conference room; nothing if there is no such room. */
    public CompletableFuture<Optional<String>> participants(String room) {
        return asking.now(() -> facilities
                .rooms()
                .room(room)
                .map(there -> UnknownAnswers.calls(there.row().calls())));
    }

    /** An agent of the queue comes or goes. Whether there is such a queue. */
    public CompletableFuture<Boolean> login(String extension, String queue, boolean in) {
        return asking.of(extension, account -> {
            boolean known = queue.equals(Acd.NUMBER);
            if (known) {
                facilities.acd().login(account, in);
            }
            return known;
        });
    }

    /** Who rings when the ring group is called. */
    public CompletableFuture<Void> group(List<String> members) {
        return asking.now(() -> {
            facilities.groups().members(members);
            return null;
        });
    }
}
