package pbx.shell;

import java.util.List;
import java.util.Optional;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.connection.ConnectionStatus;

/** Finds the account that the user means: by its id, its label ({@code 45@localhost}) or its extension. */
final class AccountChoice {
    private AccountChoice() {}

    /** @param name may be left out when there is one account */
    static ConnectionStatus of(List<ConnectionStatus> accounts, Optional<String> name) {
        List<ConnectionStatus> meant = name.map(n -> named(accounts, n)).orElse(accounts);
        if (meant.size() == 1) {
            return meant.get(0);
        }
        if (accounts.isEmpty()) {
            throw new PbxException(
                    Reason.UNKNOWN_ACCOUNT, "no account is configured: write one as conf/pbx.account-NAME.cfg");
        }
        if (meant.isEmpty()) {
            throw new PbxException(
                    Reason.UNKNOWN_ACCOUNT, "no account is called " + name.orElse("") + "; there are " + ids(accounts));
        }
        throw new PbxException(Reason.INVALID, "say which account: " + ids(meant));
    }

    static boolean matches(ConnectionStatus account, String name) {
        return account.account().value().equals(name)
                || account.label().equals(name)
                || account.extension().equals(name);
    }

    /** An id is unique, the other names need not be: an id wins. */
    private static List<ConnectionStatus> named(List<ConnectionStatus> accounts, String name) {
        return accounts.stream()
                .filter(a -> a.account().value().equals(name))
                .findFirst()
                .map(List::of)
                .orElseGet(() -> accounts.stream().filter(a -> matches(a, name)).toList());
    }

    private static String ids(List<ConnectionStatus> accounts) {
        return String.join(", ", accounts.stream().map(a -> a.account().value()).toList());
    }
}
