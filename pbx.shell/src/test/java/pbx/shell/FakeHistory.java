package pbx.shell;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import pbx.api.AccountId;
import pbx.api.history.History;
import pbx.api.history.HistoryEntry;

/** Past calls that do not change. */
record FakeHistory(List<HistoryEntry> list) implements History {
    @Override
    public CompletionStage<Void> refresh(AccountId account) {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Void> seen(AccountId account) {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Void> remove(AccountId account, String id) {
        return CompletableFuture.completedStage(null);
    }
}
