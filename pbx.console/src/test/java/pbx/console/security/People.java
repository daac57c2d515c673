package pbx.console.security;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Users whose passwords are quick to check: "right" for vic the viewer, olga the operator and admin. */
final class People {
    static final int QUICK = 1000;

    private People() {}

    /** The door that they come in by. */
    static Door door(Users users, Clock clock) {
        return new Door(users, clock, QUICK, Duration.ofMinutes(30), Duration.ofHours(12));
    }

    static Users in(Path folder) throws IOException {
        Users users = new Users(folder.resolve("console").resolve("password"), QUICK, told -> {});
        users.put("admin", Role.ADMINISTRATOR, "right");
        users.put("olga", Role.OPERATOR, "right");
        users.put("vic", Role.VIEWER, "right");
        return users;
    }
}
