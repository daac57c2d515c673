package pbx.shell;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import pbx.api.AccountId;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceState;
import pbx.api.presence.Presences;

final class FakePresences implements Presences {
    String asked = "";

    @Override
    public List<Presence> list() {
        return List.of(Fakes.presence("44", PresenceState.IDLE), Fakes.presence("45", PresenceState.TALKING));
    }

    @Override
    public CompletionStage<Presence> dnd(AccountId mine, boolean on) {
        asked = mine + " " + on;
        return CompletableFuture.completedStage(Fakes.presence("45", PresenceState.IDLE));
    }
}
