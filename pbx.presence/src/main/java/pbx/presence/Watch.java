package pbx.presence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pbx.api.AccountId;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionStatus;
import pbx.api.connection.Message;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceChange;
import pbx.listeners.Writer;

/** One own account: what its PBX tells of the tenant, and what the PBX is asked. Confined to the board's writer. */
final class Watch {
    private static final int MOST_DOUBLINGS = 5;

    private final Writer writer;
    private final Supplier<Optional<Connection>> connection;
    private final Tenant tenant;
    private final Confirmation confirmation;
    private final Question directory;
    private final Question orbits;
    private final Runnable redraw;
    private boolean open;
    /** Whether a picture is waited for. */
    private boolean missing;

    private int misses;
    private boolean stopped;

    /** @param redraw is run when something has changed that no message told */
    Watch(AccountId account, Writer writer, Supplier<Optional<Connection>> connection, Runnable redraw) {
        this.writer = writer;
        this.connection = connection;
        this.redraw = redraw;
        tenant = new Tenant(account);
        confirmation = new Confirmation(writer, connection, tenant.calls(), redraw);
        directory = new Question(writer, connection, "/rest/user/%s/accounts?type=extensions", this::directory);
        orbits = new Question(writer, connection, "/rest/user/%s/orbits", this::orbits);
    }

    void received(Message message) {
        if (!tenant.hasExtension()) {
            connection.get().ifPresent(pbx -> tenant.extension(pbx.status().extension()));
        }
        if (lostByNow()) { // it waited: as late as an answer that comes now
            return;
        }
        tenant.received(message);
        switch (message.kind()) {
            case "domain-state" -> pictured();
            case "user-change" -> directory.ask();
            default -> {}
        }
        confirmation.look();
    }

    private void pictured() {
        orbits.ask();
        if (tenant.nameless()) {
            directory.ask();
        }
    }

    /** The connection stands so. */
    void connection(ConnectionStatus status) {
        boolean before = open;
        open = status.state().open();
        tenant.extension(status.extension());
        if (!open) {
            tenant.doubt();
        }
        // what is told of the connection and what comes through it need not arrive in the order in which it happened
        if ((open || openByNow()) && !(before && open) && !missing) {
            missing = true;
            misses = 0;
            writer.after(Inferred.NO_PICTURE, this::missPicture);
        }
    }

    private boolean openByNow() {
        return connection.get().filter(now -> now.status().state().open()).isPresent();
    }

    /** One that is not bound yet may be open. */
    private boolean lostByNow() {
        return connection.get().isPresent() && !openByNow();
    }

    /** Asks for the picture, ever more seldom, until it comes. */
    private void missPicture() {
        missing = !stopped && !tenant.pictured() && openByNow();
        if (missing) {
            connection.get().ifPresent(pbx -> pbx.send(Inferred.pictureAgain()));
            directory.ask();
            misses = Math.min(misses + 1, MOST_DOUBLINGS);
            writer.after(Inferred.NO_PICTURE.multipliedBy(1L << misses), this::missPicture);
        }
    }

    /** Here {@code name} is the number (protocol notes 6.1). What comes after the connection was lost is not sure any more. */
    private void directory(List<Map<String, Object>> rows) {
        if (!openByNow()) {
            return;
        }
        Map<String, Map<String, Object>> entries = new LinkedHashMap<>();
        for (Map<String, Object> row : rows) {
            Map<String, Object> fields = new LinkedHashMap<>(row);
            fields.put("type", "extensions");
            fields.put("account", Message.text(row, "name"));
            fields.put("name", Message.text(row, "displayname"));
            fields.remove("displayname");
            entries.put(Message.text(row, "name"), fields);
        }
        entries.remove("");
        tenant.directory(entries);
        redraw.run();
    }

    private void orbits(List<Map<String, Object>> rows) {
        if (!openByNow()) {
            return;
        }
        tenant.orbits(Inferred.orbits(rows));
        redraw.run();
    }

    /** The account is gone: nothing is asked any more. */
    void stop() {
        stopped = true;
        directory.stop();
        orbits.stop();
        tenant.doubt();
    }

    /** As {@link Tenant#changes}. */
    List<PresenceChange> changes(Sorted<Presence> before) {
        return tenant.changes(before);
    }
}
