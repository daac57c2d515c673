package pbx.console.security;

/** One user in the file: {@code NAME ROLE HASH}. A hash alone, as earlier versions wrote it, is the administrator's. */
final class UserLine {
    private UserLine() {}

    static String text(User user) {
        return user.name() + " " + user.role().word() + " " + user.password().text();
    }

    static User parse(String line) {
        String[] words = line.strip().split("\\s+", -1);
        if (words.length == 1) {
            return new User(Users.FIRST, Role.ADMINISTRATOR, PasswordHash.parse(words[0]));
        }
        if (words.length != 3) {
            throw new IllegalArgumentException("a line is not of the form NAME ROLE HASH");
        }
        Role role = Role.of(words[1])
                .orElseThrow(() -> new IllegalArgumentException("the role is none of viewer, operator, administrator"));
        return new User(words[0], role, PasswordHash.parse(words[2]));
    }
}
