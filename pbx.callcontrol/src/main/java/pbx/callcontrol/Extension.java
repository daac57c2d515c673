package pbx.callcontrol;

import pbx.api.PbxException;
import pbx.api.PbxException.Reason;

/** A number inside the PBX: an extension, an orbit, a conference room, a queue. */
final class Extension {
    private Extension() {}

    /** Throws INVALID; nothing but digits gets into a star code or an address. */
    static String of(String typed) {
        String number = typed == null ? "" : Typed.plain(typed);
        if (!number.matches("[0-9]{1,16}")) {
            throw new PbxException(Reason.INVALID, "this is no extension, orbit, room or queue; use 1 to 16 digits");
        }
        return number;
    }
}
