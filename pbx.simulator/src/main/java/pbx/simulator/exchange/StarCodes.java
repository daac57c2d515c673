package pbx.simulator.exchange;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pbx.simulator.sound.Programs;
import pbx.simulator.wire.Party;

/** The star codes in the dialplan: a code, and for some a number right after it. */
final class StarCodes implements Dialplan {
    private static final Duration CONFIRMATION = Duration.ofSeconds(1);
    private static final int CODE = 3;

    private final Switchboard switchboard;
    private final String domain;
    private final Map<String, Code> codes = new LinkedHashMap<>();

    StarCodes(Switchboard switchboard, String domain) {
        this.switchboard = switchboard;
        this.domain = domain;
    }

    /** What one code does with the number after it. */
    interface Code {
        String title();

        int refusal(End from, String number);

        default int refusalOfSent(End from, String number) {
            return refusal(from, number);
        }

        void run(Call call, String number);

        default void runForSent(Call call, String number) {
            run(call, number);
        }
    }

    void add(String star, Code code) {
        codes.put(star, code);
    }

    /** Each code with what it does in words. */
    Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        codes.forEach((star, code) -> titles.put(star, code.title()));
        return titles;
    }

    /** Tells the caller by a short melody that it was done, and hangs up. */
    void confirm(Call call) {
        ServiceEnd end = new ServiceEnd(call.wanted(), Programs.done());
        switchboard.answer(call, end);
        switchboard.hangUpAfter(CONFIRMATION, call, end);
    }

    @Override
    public Optional<Destination> at(String number) {
        Code code = number.length() < CODE ? null : codes.get(number.substring(0, CODE));
        return Optional.ofNullable(code).map(known -> new At(known, number));
    }

    private final class At implements Destination {
        private final Code code;
        private final String dialled;
        private final String rest;

        At(Code code, String dialled) {
            this.code = code;
            this.dialled = dialled;
            this.rest = dialled.substring(CODE);
        }

        @Override
        public Party party() {
            return new Party(dialled, code.title(), domain);
        }

        @Override
        public int refusal(End from) {
            return code.refusal(from, rest);
        }

        @Override
        public int refusalOfSent(End from) {
            return code.refusalOfSent(from, rest);
        }

        @Override
        public void take(Call call) {
            code.run(call, rest);
        }

        @Override
        public void takeOver(Call call) {
            code.runForSent(call, rest);
        }
    }
}
