package pbx.simulator.exchange;

import java.util.List;
import java.util.Optional;
import pbx.simulator.wire.Party;

/** The extensions in the dialplan. */
final class Extensions implements Dialplan {
    private static final int UNAVAILABLE = 480;
    private static final int BUSY = 486;

    private final Tenant tenant;
    private final Switchboard switchboard;
    private final Ringing ringing;
    private final Voicemail voicemail;

    Extensions(Tenant tenant, Switchboard switchboard, Ringing ringing, Voicemail voicemail) {
        this.tenant = tenant;
        this.switchboard = switchboard;
        this.ringing = ringing;
        this.voicemail = voicemail;
    }

    @Override
    public Optional<Destination> at(String number) {
        return tenant.account(number).map(At::new);
    }

    private final class At implements Destination {
        private final Account account;

        At(Account account) {
            this.account = account;
        }

        @Override
        public Party party() {
            return account.party();
        }

        @Override
        public int refusal(End from) {
            return account.voicemail() ? 0 : absence(from);
        }

        /** Why it would not ring; 0 if it would. */
        private int absence(End from) {
            return account.dnd() ? BUSY : Ringing.possible(from, account) ? 0 : UNAVAILABLE;
        }

        @Override
        public void take(Call call) {
            if (account.voicemail()) {
                call.otherwise(code -> voicemail.take(call, account));
            }
            int absence = absence(call.from());
            if (absence != 0) {
                switchboard.unanswered(call, absence);
                return;
            }
            ringing.ring(call, List.of(account));
            if (account.voicemail()) {
                ringing.giveUpAfter(voicemail.patience(), call);
            }
        }
    }
}
