package pbx.api.access;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The tokens with which programs identify themselves over HTTP ({@code Authorization: Bearer TOKEN}, RFC 6750). A provider
 * MUST keep hashes only, MUST compare in constant time and MUST NOT log a token. No method blocks. Stages fail with INVALID
 * (the message says what is wrong with the name), REFUSED (the file cannot be written) or STOPPED.
 */
@ProviderType
public interface Tokens {
    /**
     * Whose token a request brings; empty when it brings none, or one that is not known.
     *
     * @param authorization the request's Authorization header as it came; may be null
     */
    Optional<Token> check(String authorization);

    /** Ordered by name. */
    List<Token> list();

    /**
     * Makes a token; one of that name is replaced, and valid no more. Completes with its text, which is told here and never
     * again.
     */
    CompletionStage<String> create(String name, Role role);

    /** Takes a token back: from now on it is not known. INVALID where there is none of that name. */
    CompletionStage<Void> revoke(String name);
}
