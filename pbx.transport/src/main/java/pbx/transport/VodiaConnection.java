package pbx.transport;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import pbx.api.AccountId;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionStatus;
import pbx.api.connection.Message;
import pbx.api.socket.WebSockets;
import pbx.api.status.Readiness;

/** One account's connection to a Vodia PBX, or to a recording of one. */
@Component(
        immediate = true,
        configurationPid = AccountConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {Connection.class, Readiness.class},
        property = Readiness.PART + "=account")
@Designate(ocd = AccountConfig.class, factory = true)
public final class VodiaConnection implements Connection, Readiness {
    private final ConnectionBoard board;
    private final Link link;

    @Activate
    public VodiaConnection(
            @Reference ConnectionBoard board,
            @Reference WebSockets sockets,
            AccountConfig config,
            Map<String, Object> properties) {
        this.board = board;
        Json json = board.json();
        this.link = new Link(
                board,
                account -> account.replayed()
                        ? new ReplayLine(account)
                        : new PbxLine(account, sockets, json, board.http()),
                json,
                Account.of(config, properties));
        board.writer().post(link::start);
    }

    @Modified
    void modified(AccountConfig config, Map<String, Object> properties) {
        Account next = Account.of(config, properties);
        board.writer().post(() -> link.change(next));
    }

    /** A replaced bundle leaves its socket open for its successor; a deleted account does not. */
    @Deactivate
    void stop(int reason) {
        boolean deleted = reason == ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_DELETED;
        board.writer().post(() -> link.stop(deleted));
    }

    @Override
    public AccountId account() {
        return link.account().id();
    }

    @Override
    public ConnectionStatus status() {
        return link.status();
    }

    @Override
    public Optional<Duration> latency() {
        return link.latency();
    }

    /** Registered, or why not; at the latest when an answer should have come. */
    @Override
    public CompletionStage<String> ready() {
        return link.ready();
    }

    @Override
    public void urgent() {
        board.writer().post(link::urgent);
    }

    @Override
    public CompletionStage<Void> send(Message message) {
        return link.send(message);
    }

    @Override
    public CompletionStage<Object> ask(String method, String path, Map<String, Object> body) {
        return link.ask(method, path, body);
    }

    @Override
    public CompletionStage<byte[]> fetch(String path) {
        return link.fetch(path);
    }
}
