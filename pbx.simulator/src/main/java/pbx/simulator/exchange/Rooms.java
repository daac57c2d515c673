package pbx.simulator.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import pbx.simulator.sound.Room;
import pbx.simulator.wire.Party;

/** The conference rooms. */
final class Rooms implements Dialplan {
    private static final int FIRST = 630;
    private static final int LAST = 639;

    private final Switchboard switchboard;
    private final Map<String, Facility> rooms = new LinkedHashMap<>();
    private final Map<Facility, Room> mixes = new LinkedHashMap<>();

    Rooms(Switchboard switchboard, String domain) {
        this.switchboard = switchboard;
        IntStream.rangeClosed(FIRST, LAST).mapToObj(Integer::toString).forEach(number -> {
            Facility room = new Facility("conferences", new Party(number, "Room " + number, domain));
            rooms.put(number, room);
            mixes.put(room, new Room());
        });
    }

    List<Facility> all() {
        return List.copyOf(rooms.values());
    }

    Optional<Facility> room(String number) {
        return Optional.ofNullable(rooms.get(number));
    }

    @Override
    public Optional<Destination> at(String number) {
        return room(number).map(Seat::new);
    }

    private final class Seat implements Destination {
        private final Facility room;

        Seat(Facility room) {
            this.room = room;
        }

        @Override
        public Party party() {
            return room.party();
        }

        @Override
        public void take(Call call) {
            switchboard.answer(call, new ServiceEnd(room, mixes.get(room)));
        }
    }
}
