package pbx.simulator.exchange;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import pbx.simulator.sound.Program;
import pbx.simulator.wire.Party;

/** The PBX itself at one end of a call. */
final class ServiceEnd extends End {
    private final Party party;
    private final Program program;
    private final Optional<Facility> facility;
    private final Runnable over;

    ServiceEnd(Party party, Program program) {
        this(party, program, Optional.empty(), () -> {});
    }

    ServiceEnd(Facility facility, Program program) {
        this(facility.party(), program, Optional.of(facility), () -> {});
    }

    /** @param over is run when the call is over, or goes on without the PBX */
    ServiceEnd(Party party, Program program, Optional<Facility> facility, Runnable over) {
        this.party = party;
        this.program = program;
        this.facility = facility;
        this.over = over;
    }

    @Override
    Party party() {
        return party;
    }

    Program program() {
        return program;
    }

    Optional<Facility> facility() {
        return facility;
    }

    @Override
    CompletableFuture<Void> pickUp(Party far) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    void joined(Call call) {
        facility.ifPresent(there -> there.add(call));
    }

    @Override
    void left(Call call) {
        facility.ifPresent(there -> there.remove(call));
        over.run();
    }
}
