package pbx.api.connection;

import java.util.Objects;
import java.util.Optional;
import pbx.api.AccountId;

/**
 * What is known of one account's connection at one moment. Immutable.
 *
 * @param account whose
 * @param label for people: {@code 45@localhost}
 * @param extension the own number
 * @param tenant the PBX's tenant (domain)
 * @param server the PBX's address, without credentials
 * @param state how it stands
 * @param secure whether the wire is encrypted and the PBX's certificate was verified
 * @param version the PBX's version as it says itself, for example {@code 67.0.5}
 * @param dialect who makes the offer of an outbound call on this PBX, as configured or as its version says; LEGACY while
 *     nothing is known
 * @param country of the account's numbers, ISO 3166 such as {@code DE}; empty: numbers are taken as they are
 * @param problem why it is not REGISTERED, for people, with what to do
 */
public record ConnectionStatus(
        AccountId account,
        String label,
        String extension,
        String tenant,
        String server,
        ConnectionState state,
        boolean secure,
        Optional<String> version,
        Dialect dialect,
        String country,
        Optional<String> problem) {

    /** In the dialect that all PBXs up to 67 speak, in no country. */
    public ConnectionStatus(
            AccountId account,
            String label,
            String extension,
            String tenant,
            String server,
            ConnectionState state,
            boolean secure,
            Optional<String> version,
            Optional<String> problem) {
        this(account, label, extension, tenant, server, state, secure, version, Dialect.LEGACY, "", problem);
    }

    public ConnectionStatus {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(extension, "extension");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(problem, "problem");
    }
}
