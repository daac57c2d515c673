package pbx.simulator.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import pbx.simulator.wire.Json;
import pbx.simulator.wire.UnknownShapes;

/** Address books: one for each extension, and the tenant's. May be used from any thread. */
public final class Contacts {
    private static final int MOST = 1_000;

    private final Asking asking;
    private final Map<String, Map<String, ObjectNode>> books = new HashMap<>();
    private long made;

    Contacts(Asking asking) {
        this.asking = asking;
    }

    /**
     * The contacts as a JSON array, each with its {@code id}.
     *
     * @param owner an extension, or empty for the tenant's book
     * @param search a part of any field, or empty for all
     */
    public CompletableFuture<String> list(String owner, String search) {
        return asking.now(() -> {
            ArrayNode list = Json.array();
            book(owner).values().stream()
                    .filter(contact -> lower(contact.toString()).contains(lower(search)))
                    .forEach(list::add);
            return list.toString();
        });
    }

    /** Adds a contact, or changes the given fields of the one with the id. Gives its id, or nothing if it cannot be kept. */
    public CompletableFuture<Optional<String>> put(String owner, String id, ObjectNode fields) {
        return asking.now(() -> {
            Map<String, ObjectNode> book = book(owner);
            if (id.isEmpty() ? book.size() >= MOST : !book.containsKey(id)) {
                return Optional.empty();
            }
            String key = id.isEmpty() ? Long.toString(++made) : id;
            book.computeIfAbsent(key, fresh -> Json.object()).setAll(fields);
            book.get(key).put("id", key);
            tell(owner);
            return Optional.of(key);
        });
    }

    /** Whether there was one. */
    public CompletableFuture<Boolean> remove(String owner, String id) {
        return asking.now(() -> {
            boolean was = book(owner).remove(id) != null;
            tell(owner);
            return was;
        });
    }

    /** The name under which an extension knows a number. On the loop. */
    Optional<String> name(Account account, String number) {
        return book(account.number()).values().stream()
                .filter(contact -> number.equals(Json.text(contact.get("number"))))
                .map(contact -> Json.text(contact.get("name")))
                .findFirst();
    }

    private Map<String, ObjectNode> book(String owner) {
        return books.computeIfAbsent(owner, key -> new LinkedHashMap<>());
    }

    private void tell(String owner) {
        asking.tenant().account(owner).ifPresent(account -> {
            String frame = UnknownShapes.userChange(owner).toString();
            account.phones().forEach(phone -> phone.send(frame));
        });
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
