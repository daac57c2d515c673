package pbx.simulator.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pbx.simulator.wire.Party;

/** The ring group: all of its members ring, the first to answer has the call. */
final class Groups implements Dialplan {
    static final String NUMBER = "610";
    private static final int NOBODY = 480;

    private final Tenant tenant;
    private final Ringing ringing;
    private final Facility facility;
    private List<String> members = List.of("46", "47");

    Groups(Tenant tenant, Ringing ringing) {
        this.tenant = tenant;
        this.ringing = ringing;
        this.facility = new Facility("hunts", tenant.party(NUMBER, "Team"));
    }

    Facility facility() {
        return facility;
    }

    void members(List<String> numbers) {
        members = new ArrayList<>(numbers);
    }

    @Override
    public Optional<Destination> at(String number) {
        return number.equals(NUMBER) ? Optional.of(new Group()) : Optional.empty();
    }

    private List<Account> willing(End from) {
        return members.stream()
                .flatMap(number -> tenant.account(number).stream())
                .filter(account -> !account.dnd() && Ringing.possible(from, account))
                .toList();
    }

    private final class Group implements Destination {
        @Override
        public Party party() {
            return facility.party();
        }

        @Override
        public int refusal(End from) {
            return willing(from).isEmpty() ? NOBODY : 0;
        }

        @Override
        public void take(Call call) {
            call.group(NUMBER);
            ringing.ring(call, willing(call.from()));
        }
    }
}
