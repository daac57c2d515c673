package pbx.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pbx.api.AccountId;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;

class ConnectionBoardTest {
    private static final int ACCOUNTS = 5_000;

    private final ConnectionBoard board = new ConnectionBoard();

    /** Else a transport that is gone for good leaves its accounts' colleagues as they were drawn last. */
    @Test
    @Timeout(60)
    void theEndOfEachAccountIsToldBeforeItStopsToOneThatIsBehindToo() {
        List<ConnectionState> told = Collections.synchronizedList(new ArrayList<>());
        board.watch(
                change -> {
                    if (told.isEmpty()) {
                        awaitStop();
                    }
                    told.add(change.after().state());
                },
                "plugin");
        board.writer().post(() -> {
            for (int i = 0; i < ACCOUNTS; i++) {
                board.changed(closed("account" + i));
            }
        });
        board.stop();
        assertEquals(ACCOUNTS, told.size());
    }

    /** One that never returns must not keep the successor away. */
    @Test
    @Timeout(60)
    void aListenerThatIsStuckDelaysTheStopByAMomentOnly() throws InterruptedException {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        board.watch(
                change -> {
                    stuck.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                },
                "plugin");
        board.writer().post(() -> board.changed(closed("account")));
        stuck.await();
        board.stop();
        interrupted.await();
    }

    private void awaitStop() {
        while (board.writer().post(() -> {})) {
            Thread.onSpinWait();
        }
    }

    private static ConnectionStatus closed(String account) {
        return new ConnectionStatus(
                new AccountId(account),
                "501@tenant.example",
                "501",
                "tenant.example",
                "https://pbx.example",
                ConnectionState.CLOSED,
                true,
                Optional.empty(),
                Optional.empty());
    }
}
