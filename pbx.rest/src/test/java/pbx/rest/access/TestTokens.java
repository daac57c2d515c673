package pbx.rest.access;

import java.nio.file.Path;
import java.util.Locale;
import pbx.api.access.Role;
import pbx.api.access.Tokens;

/** Real tokens in a folder of the test's. */
public final class TestTokens {
    public final Tokens tokens;

    public TestTokens(Path folder) {
        tokens = new FileTokens(folder.resolve("tokens"));
    }

    /** Of the role's name. */
    public String create(Role role) {
        return tokens.create(role.name().toLowerCase(Locale.ROOT), role);
    }
}
