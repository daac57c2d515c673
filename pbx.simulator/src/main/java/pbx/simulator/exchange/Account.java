package pbx.simulator.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import pbx.simulator.wire.Party;

/** One extension: its sockets, and the devices at which it has calls. */
final class Account {
    private final Changes changes;
    private final Set<Phone> phones = new LinkedHashSet<>();
    private final Set<Device> devices = new LinkedHashSet<>();
    private final boolean inside;
    private Party party;
    private boolean disturbable = true;
    private String reason = "";
    private boolean deskPhone;
    private boolean voicemail;
    private Loop.Timer untilDisturbable = () -> {};

    /** @param inside whether it is an extension of the tenant, and not somebody who rings from outside */
    Account(Party party, boolean inside, Changes changes) {
        this.party = party;
        this.inside = inside;
        this.changes = changes;
    }

    Party party() {
        return party;
    }

    boolean inside() {
        return inside;
    }

    String number() {
        return party.number();
    }

    void rename(String name) {
        party = new Party(party.number(), name, party.domain());
        changes.of(this);
        calls().forEach(changes::of);
    }

    boolean dnd() {
        return !disturbable;
    }

    String reason() {
        return reason;
    }

    /** @param end what shall end it by itself */
    void dnd(boolean on, String why, Loop.Timer end) {
        untilDisturbable.cancel();
        untilDisturbable = end;
        disturbable = !on;
        reason = on ? why : "";
        changes.of(this);
    }

    /** Whether a desk phone rings beside the sockets. */
    boolean deskPhone() {
        return deskPhone;
    }

    void deskPhone(boolean plugged) {
        deskPhone = plugged;
        changes.of(this);
    }

    /** Whether callers who are not answered may leave a message. */
    boolean voicemail() {
        return voicemail;
    }

    void voicemail(boolean on) {
        voicemail = on;
    }

    void add(Phone phone) {
        phones.add(phone);
        changes.of(this);
    }

    void remove(Phone phone) {
        phones.remove(phone);
        changes.of(this);
    }

    /** A copy, for sending may end in removing. */
    List<Phone> phones() {
        return new ArrayList<>(phones);
    }

    /** The sockets to which its calls are offered. */
    List<Phone> registered() {
        return phones.stream().filter(Phone::registered).toList();
    }

    boolean reachable() {
        return deskPhone || phones.stream().anyMatch(Phone::registered);
    }

    boolean online() {
        return !phones.isEmpty();
    }

    void add(Device device) {
        devices.add(device);
        changes.of(this);
    }

    void remove(Device device) {
        devices.remove(device);
        changes.of(this);
    }

    List<Device> devices() {
        return new ArrayList<>(devices);
    }

    /** Its calls, the oldest first. */
    List<Call> calls() {
        return devices.stream()
                .flatMap(device -> device.call().stream())
                .distinct()
                .toList();
    }
}
