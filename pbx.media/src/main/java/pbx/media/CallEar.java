package pbx.media;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pbx.api.call.CallChange;
import pbx.api.call.CallListener;

/** Hears of calls, for what rings and is played beside them. */
@Component
public final class CallEar implements CallListener {
    private final WebRtcMedia media;

    @Activate
    public CallEar(@Reference WebRtcMedia media) {
        this.media = media;
    }

    @Override
    public void callChanged(CallChange change) {
        media.callChanged(change);
    }
}
