package probe;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.media.Injection;

/** So many calls at once, each of an account of its own, with sound both ways; says how far it is. */
record Talk(int calls, int seconds) implements Scenario {
    private static final int FRAME = 480;

    @Override
    public int accounts() {
        return calls;
    }

    @Override
    public void run(Probe probe) throws Exception {
        Probe.print("idle");
        TimeUnit.SECONDS.sleep(seconds);
        Probe.print("idled");
        List<Call> all = new ArrayList<>();
        List<Injection> voices = new ArrayList<>();
        for (AccountId account : probe.accounts()) {
            Call call = probe.dial(account, "600");
            all.add(call);
            voices.add(probe.inject(call));
        }
        talk(voices, 2);
        Probe.print("talking");
        talk(voices, seconds);
        Probe.print("talked");
        for (Call call : all) {
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
