package pbx.callcontrol;

import pbx.api.call.CallState;

/** An answered call without a path for its audio is no call; nor is one that nobody reacts to. */
final class Watch {
    private static final String IN_TIME = " within " + Command.PATH_TIME.toSeconds() + " s";

    private final CallBoard board;

    Watch(CallBoard board) {
        this.board = board;
    }

    void path(Leg leg) {
        board.writer.after(Command.PATH_TIME, () -> {
            if (leg.state == CallState.CONNECTING) {
                board.reach.leave(leg, Endings.noAudio("no path for the audio was found" + IN_TIME));
            } else if (leg.state == CallState.DIALING) {
                String what = leg.described ? "the PBX did not react" : "no audio could be made ready";
                board.reach.leave(leg, Endings.lost(what + IN_TIME));
            } else if (leg.state.unanswered()) {
                path(leg);
            }
        });
    }
}
