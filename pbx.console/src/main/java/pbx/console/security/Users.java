package pbx.console.security;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may come in. The first start makes an administrator with a random password, which is shown once. An edit of the file
 * counts at once; a file that cannot be read keeps everybody as they were.
 */
public final class Users {
    static final String FIRST = "admin";
    private static final Logger LOG = LoggerFactory.getLogger(Users.class);
    private static final Path FILE = Path.of("data", "console", "password");

    private final UserFile file;
    private final int iterations;
    private final SecureRandom random = new SecureRandom();
    private String stamp = "";
    private Map<String, User> users = Map.of();

    Users() throws IOException {
        this(FILE, PasswordHash.ITERATIONS, System.err::println);
    }

    /** Logged here: what the component runtime says of a failed constructor goes where no administrator looks. */
    Users(Path path, int iterations, Consumer<String> tell) throws IOException {
        this.file = new UserFile(path);
        this.iterations = iterations;
        try {
            open(tell);
        } catch (IOException problem) {
            LOG.error(problem.getMessage());
            throw problem;
        }
    }

    private void open(Consumer<String> tell) throws IOException {
        if (file.exists()) {
            users = file.read();
            stamp = file.stamp();
        } else {
            String password = PasswordHash.random(random);
            put(FIRST, Role.ADMINISTRATOR, password);
            tell.accept("web console: user " + FIRST + ", password " + password + " (shown once; delete " + file
                    + " to get a new one)");
        }
    }

    public synchronized Optional<User> find(String name) {
        refresh();
        return Optional.ofNullable(users.get(name));
    }

    /** By name. */
    public synchronized List<User> list() {
        refresh();
        return List.copyOf(users.values());
    }

    /**
     * Adds a user with a random password, which nobody knows but who reads the answer.
     *
     * @throws IllegalArgumentException if there is a user of this name
     */
    public String add(String name, Role role) throws IOException {
        String password = PasswordHash.random(random);
        User user = user(name, role, password);
        change(all -> {
            if (all.putIfAbsent(name, user) != null) {
                throw new IllegalArgumentException("there is a user " + name);
            }
        });
        return password;
    }

    /**
     * Gives a user another password and the role that he has now, whatever it was when he asked; his sessions end.
     *
     * @throws IllegalArgumentException if there is no such user any more
     */
    public void password(String name, String password) throws IOException {
        PasswordHash hash = hash(password);
        change(all -> all.put(name, new User(name, known(all, name).role(), hash)));
    }

    /** The same with a random password, which is the answer. */
    public String reset(String name) throws IOException {
        String password = PasswordHash.random(random);
        password(name, password);
        return password;
    }

    /**
     * Gives a user another role; his sessions end.
     *
     * @throws IllegalArgumentException if there is no such user, or no administrator would be left
     */
    public void role(String name, Role role) throws IOException {
        change(all -> all.put(name, new User(name, role, known(all, name).password())));
    }

    /** @throws IllegalArgumentException if there is no such user, or no administrator would be left */
    public void remove(String name) throws IOException {
        change(all -> all.remove(known(all, name).name()));
    }

    /** Adds a user, or gives him a role and a random password, which is the answer; his sessions end. */
    String put(String name, Role role) throws IOException {
        String password = PasswordHash.random(random);
        put(name, role, password);
        return password;
    }

    void put(String name, Role role, String password) throws IOException {
        User user = user(name, role, password);
        change(all -> all.put(name, user));
    }

    private static User known(Map<String, User> all, String name) {
        User user = all.get(name);
        if (user == null) {
            throw new IllegalArgumentException("there is no user " + name);
        }
        return user;
    }

    private User user(String name, Role role, String password) {
        return new User(name, role, hash(password));
    }

    // It takes a good part of a second, and so comes before the lock, behind which everybody waits who comes in.
    private PasswordHash hash(String password) {
        return PasswordHash.of(password, random, iterations);
    }

    /** All that is read for a change is read in it, so that none undoes another. */
    private synchronized void change(Consumer<Map<String, User>> edit) throws IOException {
        refresh();
        Map<String, User> changed = new TreeMap<>(users);
        edit.accept(changed);
        if (changed.values().stream().noneMatch(user -> user.role() == Role.ADMINISTRATOR)) {
            throw new IllegalArgumentException("there must be an administrator");
        }
        file.write(changed);
        users = changed;
        stamp = file.stamp();
    }

    /** Whoever can write the file is on this machine as the platform's own user: it is the way out for who forgot all. */
    private void refresh() {
        try {
            String now = file.stamp();
            if (!now.equals(stamp) && !now.isEmpty()) {
                stamp = now;
                users = file.read();
            }
        } catch (IOException problem) {
            LOG.error("{}; the users stay as they were", problem.getMessage());
        }
    }
}
