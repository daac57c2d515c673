package pbx.simulator.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pbx.simulator.sound.Programs;
import pbx.simulator.sound.Recorder;
import pbx.simulator.sound.Sound;
import pbx.simulator.sound.Speech;
import pbx.simulator.wire.Party;

/** Takes messages of callers, and plays them. */
final class Voicemail implements Dialplan {
    static final String NUMBER = "*97";

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Switchboard switchboard;
    private final Mailboxes boxes;
    private final Legs legs;
    private final Loop loop;
    private Duration patience = Duration.ofSeconds(20);

    Voicemail(Switchboard switchboard, Mailboxes boxes, Legs legs, Loop loop) {
        this.switchboard = switchboard;
        this.boxes = boxes;
        this.legs = legs;
        this.loop = loop;
    }

    /** How long a phone rings before. */
    Duration patience() {
        return patience;
    }

    void patience(Duration newPatience) {
        patience = newPatience;
    }

    /** The caller may leave a message for the account. What is shorter than a second is none. */
    void take(Call call, Account account) {
        Recorder recorder = new Recorder();
        Party caller = call.from().party();
        Instant start = loop.now();
        Party party = new Party(
                account.number(),
                "Voicemail of " + account.party().name(),
                account.party().domain());
        Runnable over = () -> keep(account, caller, start, recorder);
        ServiceEnd end = new ServiceEnd(party, Programs.record(recorder), Optional.empty(), over);
        switchboard.answer(call, end);
        switchboard.hangUpAfter(LONGEST, call, end);
    }

    private void keep(Account account, Party caller, Instant start, Recorder recorder) {
        Duration length = Duration.between(start, loop.now());
        if (length.compareTo(SHORTEST) >= 0) {
            boxes.add(account, new VoiceMessage(legs.newId(), caller, start, length, recorder.speech(), false));
        }
    }

    @Override
    public Optional<Destination> at(String number) {
        return number.equals(NUMBER) ? Optional.of(new Player()) : Optional.empty();
    }

    /** Plays the caller's new messages, one after the other, and counts them as read. */
    private final class Player implements Destination {
        @Override
        public Party party() {
            return new Party(NUMBER, "Voicemail", "");
        }

        @Override
        public int refusal(End from) {
            return from instanceof Device ? 0 : 404;
        }

        @Override
        public void take(Call call) {
            Account account = ((Device) call.from()).account();
            List<VoiceMessage> fresh = boxes.of(account).stream()
                    .filter(message -> !message.read())
                    .toList();
            List<Speech> sounds = fresh.stream().map(VoiceMessage::speech).toList();
            fresh.forEach(message -> boxes.read(account, message.id()));
            ServiceEnd end =
                    new ServiceEnd(party(), voice -> Sound.of(Speech.play(sounds)), Optional.empty(), () -> {});
            switchboard.answer(call, end);
            double seconds = sounds.stream().mapToDouble(Speech::seconds).sum() + sounds.size() + 1;
            switchboard.hangUpAfter(Duration.ofMillis((long) (seconds * 1000)), call, end);
        }
    }
}
