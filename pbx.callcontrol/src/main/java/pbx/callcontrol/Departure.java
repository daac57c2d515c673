package pbx.callcontrol;

import pbx.api.call.EndReason;
import pbx.api.call.Ending;
import pbx.api.call.Ending.By;

/** How one call is being handed over, and what is said when the PBX lets go of it. Confined to the writer thread. */
final class Departure {
    final EndReason reason;
    final String text;
    /** The PBX was asked over REST and has not answered: whatever ends the call meanwhile is told when it has. */
    boolean asked;

    /** @param reason TRANSFERRED or PARKED */
    Departure(EndReason reason, String text, boolean asked) {
        this.reason = reason;
        this.text = text;
        this.asked = asked;
    }

    Ending ending() {
        return new Ending(By.HERE, reason, text);
    }
}
