package pbx.simulator.exchange;

/** Notes what becomes of calls: for the picture, and for history. */
record Watching(Changes changes, History history) implements Call.Watcher {
    @Override
    public void changed(Call call) {
        changes.of(call);
    }

    @Override
    public void left(Call call, Device device) {
        history.left(call, device);
    }

    @Override
    public void left(Facility facility) {
        changes.of(facility);
    }
}
