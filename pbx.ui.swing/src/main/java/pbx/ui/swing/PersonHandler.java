package pbx.ui.swing;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import pbx.api.call.Call;
import pbx.api.presence.Presence;
import pbx.api.view.PersonAction;

/** What may be asked for about somebody in the directory. Nothing blocks. */
final class PersonHandler {
    private final Commands commands;
    private final Supplier<Desk> desk;
    private final Offers<PersonAction> offers;
    private final Consumer<Person> write;

    /** @param write opens the conversation with somebody */
    PersonHandler(Commands commands, Supplier<Desk> desk, Offers<PersonAction> offers, Consumer<Person> write) {
        this.offers = offers;
        this.commands = commands;
        this.desk = desk;
        this.write = write;
    }

    boolean ringing() {
        return desk.get().offered().isPresent();
    }

    /** Dials them, picks up what rings there, or takes what is parked there. */
    void reach(Person person) {
        commands.reach(person);
    }

    void write(Person person) {
        write.accept(person);
    }

    /** The call that can be handed to somebody: the one that is talked. */
    Optional<Call> talking() {
        return desk.get().talking();
    }

    /** Hands the call over without asking, or parks it where that is an orbit. */
    void hand(Call call, Person to) {
        String number = to.presence().number();
        boolean orbit = to.presence().kind() == Presence.Kind.ORBIT;
        commands.call(calls -> orbit ? calls.park(call.id(), number) : calls.transfer(call.id(), number));
    }

    /** What plugins offer for everybody. */
    List<Offers.Offer<PersonAction>> offers() {
        return offers.list();
    }

    void act(Offers.Offer<PersonAction> offer, Person person) {
        commands.offer(offer, action -> action.act(person.presence()));
    }

    void toggleFavourite(Person person) {
        Kept kept = desk.get().kept();
        commands.keep(
                "favourites", String.join(",", kept.toggled(person.presence().number())));
    }
}
