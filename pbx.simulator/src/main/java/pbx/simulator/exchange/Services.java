package pbx.simulator.exchange;

import java.time.Duration;
import java.util.Optional;
import pbx.simulator.sound.Program;
import pbx.simulator.sound.Programs;
import pbx.simulator.wire.Party;

/** The PBX's own numbers in the dialplan. */
final class Services implements Dialplan {
    private static final Duration BRIEF = Duration.ofSeconds(3);
    private static final double TONE = 440;

    private final Switchboard switchboard;
    private final Loop loop;
    private final String domain;

    Services(Switchboard switchboard, Loop loop, String domain) {
        this.switchboard = switchboard;
        this.loop = loop;
        this.domain = domain;
    }

    @Override
    public Optional<Destination> at(String number) {
        return Service.at(number).map(At::new);
    }

    private final class At implements Destination {
        private final Service service;

        At(Service service) {
            this.service = service;
        }

        @Override
        public Party party() {
            return new Party(service.number(), service.title(), domain);
        }

        @Override
        public int refusal(End from) {
            return service.refusal();
        }

        @Override
        public boolean urgent() {
            return service.urgent();
        }

        /** 604 alerts in {@code call-state} alone: in the legacy dialect a flat 180 would need an SDP. */
        @Override
        public void take(Call call) {
            switch (service) {
                case RING -> {}
                case EARLY -> early(call);
                default -> answer(call);
            }
        }

        private void early(Call call) {
            if (call.from() instanceof Leg caller) {
                caller.handshake().early(party());
            }
            loop.after(BRIEF, () -> {
                if (call.live()) {
                    answer(call);
                }
            });
        }

        private void answer(Call call) {
            ServiceEnd end = new ServiceEnd(party(), program(call));
            switchboard.answer(call, end);
            if (service == Service.BRIEF) {
                switchboard.hangUpAfter(BRIEF, call, end);
            }
        }

        private Program program(Call call) {
            return switch (service) {
                case ECHO -> Programs.echo();
                case TONE, EARLY -> Programs.tone(TONE);
                case DIGITS -> Programs.digits(key -> loop.execute(() -> pressed(call, key)));
                case EMERGENCY, EMERGENCY_US -> Programs.emergency();
                default -> Program.silence();
            };
        }
    }

    private static void pressed(Call call, char key) {
        call.devices().forEach(device -> {
            if (device instanceof Leg leg) {
                leg.pressed(key);
            }
        });
    }
}
