package pbx.simulator.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import pbx.simulator.wire.Party;

/** One call: who called, who was called, and the devices that ring for it until one of them becomes its other end. */
final class Call {
    private final String id;
    private final Party wanted;
    private final Instant start;
    private final Watcher watcher;
    private final List<Device> ringing = new ArrayList<>();
    private End from;
    private String group = "";
    private Optional<End> to = Optional.empty();
    private Optional<Instant> connect = Optional.empty();
    private Optional<IntConsumer> otherwise = Optional.empty();
    private boolean recording;
    private boolean live = true;

    Call(String id, End from, Party wanted, Instant start, Watcher watcher) {
        this.id = id;
        this.from = from;
        this.wanted = wanted;
        this.start = start;
        this.watcher = watcher;
        from.joined(this);
        touch();
    }

    /** Is told what becomes of calls. */
    interface Watcher {
        void changed(Call call);

        /** The device's part in the call is over. */
        void left(Call call, Device device);

        /** The PBX's number has a call less. */
        void left(Facility facility);
    }

    String id() {
        return id;
    }

    End from() {
        return from;
    }

    /** Who was called. */
    Party wanted() {
        return wanted;
    }

    Instant start() {
        return start;
    }

    /** The group or queue through which it came, or empty. */
    String group() {
        return group;
    }

    void group(String number) {
        group = number;
    }

    /** What to do when nobody who rings takes it, once; it is given the code with which the call would fail. */
    void otherwise(IntConsumer what) {
        otherwise = Optional.of(what);
    }

    boolean hasOtherwise() {
        return otherwise.isPresent();
    }

    Optional<IntConsumer> takeOtherwise() {
        Optional<IntConsumer> what = otherwise;
        otherwise = Optional.empty();
        return what;
    }

    /** The devices that still may answer. */
    List<Device> ringing() {
        return List.copyOf(ringing);
    }

    void ring(Device device) {
        ringing.add(device);
        device.joined(this);
        touch();
    }

    /** Whether it was ringing. */
    boolean stopRinging(Device device) {
        boolean rang = ringing.remove(device);
        if (rang) {
            leave(device);
        }
        return rang;
    }

    Optional<End> to() {
        return to;
    }

    /** Somebody answered; audio may still have to be agreed. Who was there before, such as a queue, is not any more. */
    void answeredBy(End end) {
        if (end instanceof Device device) {
            ringing.remove(device);
        }
        Optional<End> before = to;
        to = Optional.of(end);
        end.joined(this);
        touch();
        before.ifPresent(this::leave);
    }

    /** Another takes the place of one end. */
    void replace(End old, End by) {
        leave(old);
        if (old == from) {
            from = by;
        } else {
            to = Optional.of(by);
        }
        by.joined(this);
        touch();
    }

    Optional<Instant> connect() {
        return connect;
    }

    void connected(Instant now) {
        connect = connect.or(() -> Optional.of(now));
        touch();
    }

    boolean connected() {
        return connect.isPresent();
    }

    boolean recording() {
        return recording;
    }

    void recording(boolean on) {
        recording = on;
        touch();
    }

    boolean live() {
        return live;
    }

    /** The call is no more. {@code staying} goes on elsewhere. */
    void end(Optional<End> staying) {
        live = false;
        touch();
        Stream.concat(ends(), List.copyOf(ringing).stream())
                .filter(end -> staying.filter(stays -> stays == end).isEmpty())
                .forEach(this::leave);
        staying.ifPresent(stays -> {
            stays.left(this);
            if (stays instanceof ServiceEnd service) {
                service.facility().ifPresent(watcher::left);
            }
        });
    }

    /** All devices, ringing ones last. */
    List<Device> devices() {
        return Stream.concat(ends(), ringing.stream())
                .filter(Device.class::isInstance)
                .map(Device.class::cast)
                .toList();
    }

    /** The PBX's number at which one end is. */
    Optional<Facility> facility() {
        return ends().filter(ServiceEnd.class::isInstance)
                .flatMap(end -> ((ServiceEnd) end).facility().stream())
                .findFirst();
    }

    /** The end at the other side of the given one. */
    Optional<End> across(End end) {
        return end == from ? to : Optional.of(from);
    }

    void touch() {
        watcher.changed(this);
    }

    private Stream<End> ends() {
        return Stream.concat(Stream.of(from), to.stream());
    }

    private void leave(End end) {
        end.left(this);
        touch();
        if (end instanceof Device device) {
            watcher.left(this, device);
        } else if (end instanceof ServiceEnd service) {
            service.facility().ifPresent(watcher::left);
        }
    }
}
