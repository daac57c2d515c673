package pbx.simulator.exchange;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pbx.simulator.sound.Programs;
import pbx.simulator.wire.Party;

/** The queue: callers hear music until an agent who is free takes them, the longest waiting first. */
final class Acd implements Dialplan {
    static final String NUMBER = "620";
    private static final Duration RINGS = Duration.ofSeconds(15);
    private static final Duration RESTS = Duration.ofSeconds(10);

    private final Switchboard switchboard;
    private final Ringing ringing;
    private final Loop loop;
    private final Facility queue;
    /** Who has not had a call for the longest time comes first. */
    private final Set<Account> agents = new LinkedHashSet<>();

    private final Set<Account> resting = new HashSet<>();

    Acd(Switchboard switchboard, Ringing ringing, Loop loop, Tenant tenant) {
        this.switchboard = switchboard;
        this.ringing = ringing;
        this.loop = loop;
        this.queue = new Facility("acds", tenant.party(NUMBER, "Support queue"));
    }

    Facility facility() {
        return queue;
    }

    void login(Account agent, boolean in) {
        if (in) {
            agents.add(agent);
        } else {
            agents.remove(agent);
        }
        resting.remove(agent);
    }

    boolean isAgent(Account account) {
        return agents.contains(account);
    }

    /** Lets an agent ring for each caller who waits, as far as there are any. Whenever something has changed. */
    void serve() {
        for (Call call : queue.calls()) {
            if (call.connected() && call.ringing().isEmpty()) {
                Optional<Account> agent = agents.stream().filter(this::free).findFirst();
                if (agent.isEmpty()) {
                    return;
                }
                ring(call, agent.get());
            }
        }
    }

    private boolean free(Account agent) {
        return !resting.contains(agent) && !agent.dnd() && agent.devices().isEmpty() && agent.reachable();
    }

    /** Who does not answer is left in peace for a while. */
    private void ring(Call call, Account agent) {
        agents.remove(agent);
        agents.add(agent);
        call.group(NUMBER);
        call.otherwise(code -> {
            resting.add(agent);
            loop.after(RESTS, () -> resting.remove(agent));
        });
        ringing.ring(call, List.of(agent));
        ringing.giveUpAfter(RINGS, call);
    }

    @Override
    public Optional<Destination> at(String number) {
        return number.equals(NUMBER) ? Optional.of(new Queue()) : Optional.empty();
    }

    private final class Queue implements Destination {
        @Override
        public Party party() {
            return queue.party();
        }

        @Override
        public void take(Call call) {
            switchboard.answer(call, new ServiceEnd(queue, Programs.music()));
        }
    }
}
