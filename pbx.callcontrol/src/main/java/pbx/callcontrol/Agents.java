package pbx.callcontrol;

import java.util.concurrent.CompletableFuture;
import pbx.api.AccountId;
import pbx.api.connection.ConnectionStatus;

/** Call queues. */
final class Agents {
    private final CallBoard board;
    private final Command command;

    Agents(CallBoard board, Command command) {
        this.board = board;
        this.command = command;
    }

    CompletableFuture<Void> agent(AccountId who, String queue, boolean in) {
        return command.run(stage -> {
            String number = Extension.of(queue);
            ConnectionStatus own = board.exchanges.required(who);
            board.exchanges.ask(
                    who, Wire.agent(own, number, in), yes -> stage.complete(null), stage::completeExceptionally);
        });
    }
}
