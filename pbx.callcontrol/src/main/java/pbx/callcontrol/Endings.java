package pbx.callcontrol;

import pbx.api.call.Direction;
import pbx.api.call.EndReason;
import pbx.api.call.Ending;
import pbx.api.call.Ending.By;
import pbx.api.call.Rejection;

/**
 * What a {@code bye} means, in words. The codes are SIP's; that a PBX uses them so is inferred, save 415, which was observed
 * (protocol notes 5.3): correct them here.
 */
final class Endings {
    private Endings() {}

    static Ending bye(Leg leg, int code) {
        return switch (code) {
            case 404, 484, 604 ->
                new Ending(By.PBX, EndReason.NOT_FOUND, "the number " + leg.remote.shown() + " does not exist");
            case 408, 480 -> new Ending(By.PBX, EndReason.NO_ANSWER, leg.remote.label() + " does not answer");
            case 415, 488 ->
                new Ending(By.PBX, EndReason.MEDIA, "the PBX did not accept this side's audio (" + code + ")");
            case 486, 600 -> new Ending(By.THERE, EndReason.BUSY, leg.remote.label() + " is busy");
            case 487 -> new Ending(By.THERE, EndReason.CANCELLED, "the call was cancelled");
            case 603 -> new Ending(By.THERE, EndReason.DECLINED, leg.remote.label() + " declined");
            case 0, 200 -> hungUp(leg);
            default -> new Ending(By.PBX, EndReason.OTHER, "the PBX ended the call with code " + code);
        };
    }

    static Ending hungUp(Leg leg) {
        return new Ending(By.THERE, EndReason.HUNG_UP, leg.remote.label() + " hung up");
    }

    static Ending cancelled(Leg leg) {
        return new Ending(By.THERE, EndReason.CANCELLED, leg.remote.label() + " gave up before it was answered");
    }

    static Ending here(Leg leg) {
        if (!leg.state.unanswered()) {
            return new Ending(By.HERE, EndReason.HUNG_UP, "you hung up");
        }
        return leg.direction == Direction.OUT
                ? new Ending(By.HERE, EndReason.CANCELLED, "you cancelled the call")
                : new Ending(By.HERE, EndReason.DECLINED, "you declined the call");
    }

    static Ending rejected(Rejection why) {
        return why == Rejection.BUSY
                ? new Ending(By.HERE, EndReason.BUSY, "you turned the call away as busy")
                : new Ending(By.HERE, EndReason.DECLINED, "you declined the call");
    }

    static Ending answeredElsewhere() {
        return new Ending(By.PBX, EndReason.ANSWERED_ELSEWHERE, "the call was answered on another device");
    }

    /** Of a call on another device nothing is told but that it is there no more. */
    static Ending goneElsewhere(Leg leg) {
        return leg.waits()
                ? new Ending(By.PBX, EndReason.CANCELLED, "the call rings no more on the other device")
                : new Ending(By.PBX, EndReason.HUNG_UP, "the call on the other device has ended");
    }

    static Ending noAudio(String why) {
        return new Ending(By.SYSTEM, EndReason.MEDIA, why);
    }

    static Ending lost(String why) {
        return new Ending(By.SYSTEM, EndReason.LOST, why);
    }
}
