package pbx.simulator.exchange;

/** {@code *78} and {@code *79}: do not disturb, and disturb again. */
final class DisturbCode implements StarCodes.Code {
    private static final int NOT_FOUND = 404;

    private final StarCodes codes;
    private final boolean on;

    DisturbCode(StarCodes codes, boolean on) {
        this.codes = codes;
        this.on = on;
    }

    @Override
    public String title() {
        return on ? "Do not disturb" : "Disturb again";
    }

    @Override
    public int refusal(End from, String number) {
        return from instanceof Device && number.isEmpty() ? 0 : NOT_FOUND;
    }

    @Override
    public void run(Call call, String number) {
        ((Device) call.from()).account().dnd(on, "", () -> {});
        codes.confirm(call);
    }
}
