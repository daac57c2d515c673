package pbx.callcontrol;

/** What users may do with calls; see {@link pbx.api.call.Calls} for what each promises. */
final class Commands {
    final Dialling dialling;
    final Answering answering;
    final HangingUp hangingUp;
    final Holding holding;
    final Transfers transfers;
    final InCall inCall;
    final Agents agents;

    Commands(CallBoard board, Offers offers, Departures departures) {
        Command command = new Command(board);
        Watch watch = new Watch(board);
        OtherDevice otherDevice = new OtherDevice(board, command);
        dialling = new Dialling(board, command, watch);
        answering = new Answering(board, command, watch, otherDevice);
        hangingUp = new HangingUp(board, command, otherDevice);
        holding = new Holding(board, command, offers, otherDevice);
        transfers = new Transfers(board, command, departures, dialling);
        inCall = new InCall(board, command);
        agents = new Agents(board, command);
    }
}
