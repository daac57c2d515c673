package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.presence.PresenceState;
import pbx.api.status.Readiness;
import pbx.webrtc.AudioEngine;

/** A platform with everything that can be replaced and one call up, in which both ends speak codes. */
final class SwapStage implements AutoCloseable {
    static final boolean FULL = Boolean.getBoolean("pbx.full") || "true".equals(System.getenv("PBX_FULL"));
    /** Frames that are listened to after each replacement. */
    static final int AFTER = 12;
    /** Where the machine was too busy for audio, no more than so many replacements are done again. */
    private static final int IN_A_ROW = 5;

    final Office office = new Office();
    final AudioEngine engine = office.engine();
    final SwapPicture picture;
    final List<String> before;
    final Call call;
    final SwapTalk talk;
    private final SwapMicrophone microphone = new SwapMicrophone(engine);

    SwapStage() throws Exception {
        restartMedia();
        office.configure("pbx.ui.swing", Map.of("language", "en"));
        FrameworkUtil.getBundle(SwapStage.class)
                .getBundleContext()
                .installBundle("swap:plugin", new ByteArrayInputStream(SwapPlugin.jar()))
                .start();
        AccountId mine = office.account("45");
        office.account("44");
        office.awaitPresence(mine, "44", PresenceState.IDLE);
        call = office.talk(mine, "601");
        office.awaitPresence(mine, "45", PresenceState.TALKING);
        talk = new SwapTalk(SwapEnd.here(engine, call), SwapEnd.there(engine)).settled();
        picture = new SwapPicture();
        before = picture.now();
    }

    /** So that it finds the engine that is the best at this moment. */
    private void restartMedia() throws Exception {
        SwapWay.RESTART.replace(office.bundle(SwapPart.MEDIA.bundle), null, 0);
    }

    Bundle bundle(SwapPart part) {
        return office.bundle(part.bundle);
    }

    /** The softphone's window is open, or will not be. */
    void awaitWindow() throws Exception {
        BundleContext context = bundle(SwapPart.SOFTPHONE).getBundleContext();
        for (ServiceReference<Readiness> softphone :
                context.getServiceReferences(Readiness.class, "(" + Readiness.PART + "=softphone)")) {
            Office.get(context.getService(softphone).ready());
            context.ungetService(softphone);
        }
    }

    /** What is done for one row of the table. */
    interface Deed {
        void run(SwapRow row) throws Exception;
    }

    /**
     * Does it so many times, a few in a row while it is listened to, and puts it into the table. Fails if a frame was lost.
     *
     * @param both no frame may be lost at the far end, either; else it may be silent there for a moment
     */
    void measured(String what, String how, boolean both, int times, Deed deed) throws Exception {
        SwapRow row = new SwapRow(what, how);
        for (int done = 0; done < times; done += IN_A_ROW) {
            int now = Math.min(IN_A_ROW, times - done);
            row.heard(talk.quietly(
                    sound -> sound.wholeHere() && (both ? sound.wholeThere() : sound.wholeOrSilentThere()), () -> {
                        row.begin();
                        for (int i = 0; i < now; i++) {
                            deed.run(row);
                            talk.hear(AFTER);
                        }
                    }));
        }
        SwapTable.add(row);
    }

    @Override
    public void close() throws Exception {
        picture.close();
        talk.close();
        office.bundle(SwapPart.PLUGIN.bundle).uninstall();
        microphone.close();
        restartMedia();
        Office.get(office.calls().hangUp(call.id()));
        office.close();
        assertEquals(List.of(), engine.sessions("media"), "audio sessions that nobody closed");
    }
}
