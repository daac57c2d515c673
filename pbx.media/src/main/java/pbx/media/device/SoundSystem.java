package pbx.media.device;

import java.io.IOException;
import pbx.webrtc.AudioDevices.Line;
import pbx.webrtc.AudioDevices.Watch;

/** Where devices come from. */
public interface SoundSystem {
    /** A look at what there is; fails where there is no such system. */
    Watch watch() throws IOException;

    /** Opens a device by its id. */
    Line open(boolean input, String id) throws IOException;
}
