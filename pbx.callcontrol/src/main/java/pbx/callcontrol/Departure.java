package pbx.callcontrol;

import pbx.api.call.EndReason;
import pbx.api.call.Ending;
import pbx.api.call.Ending.By;

/**
 * How a call is being handed over: what is said when the PBX lets go of it.
 *
 * @param reason TRANSFERRED or PARKED
 * @param text for people
 * @param asked the PBX was asked over REST and has not answered: whatever ends the call meanwhile is told when it has
 */
record Departure(EndReason reason, String text, boolean asked) {
    Ending ending() {
        return new Ending(By.HERE, reason, text);
    }

    Departure agreed() {
        return new Departure(reason, text, false);
    }
}
