package probe;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.media.Injection;

/** So many calls at once, each of an account of its own, with sound both ways; once before it counts. Says how far it is. */
record Talk(int calls, int seconds) implements Scenario {
    private static final int FRAME = 480;
    private static final int SETTLE_S = 2;

    @Override
    public int accounts() {
        return calls;
    }

    @Override
    public void run(Probe probe) throws Exception {
        // what the first calls alone cost, code and memory that stays, belongs to no call
        Talking first = dialAll(probe);
        talk(first.voices, seconds);
        hangUp(probe, first);
        TimeUnit.SECONDS.sleep(SETTLE_S);
        Probe.print("idle");
        TimeUnit.SECONDS.sleep(seconds);
        Probe.print("idled");
        Talking counted = dialAll(probe);
        talk(counted.voices, SETTLE_S);
        Probe.print("talking");
        talk(counted.voices, seconds);
        Probe.print("talked");
        hangUp(probe, counted);
    }

    /** Calls and what is said in them. */
    private record Talking(List<Call> calls, List<Injection> voices) {}

    private static Talking dialAll(Probe probe) throws Exception {
        Talking all = new Talking(new ArrayList<>(), new ArrayList<>());
        for (AccountId account : probe.accounts()) {
            Call call = probe.dial(account, "600");
            all.calls.add(call);
            all.voices.add(probe.inject(call));
        }
        return all;
    }

    private static void hangUp(Probe probe, Talking over) throws Exception {
        for (Call call : over.calls) {
            probe.hangUp(call);
        }
    }

    private static void talk(List<Injection> voices, int seconds) throws InterruptedException {
        short[] tone = new short[10 * FRAME];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short) (3_000 * Math.sin(2 * Math.PI * 440 * i / 48_000));
        }
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds); System.nanoTime() < end; ) {
            for (Injection voice : voices) {
                if (voice.room() > tone.length) {
                    voice.offer(tone, 0, tone.length);
                }
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
