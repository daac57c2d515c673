package pbx.api.access;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The tokens with which programs identify themselves over HTTP ({@code Authorization: Bearer TOKEN}, RFC 6750). A provider
 * MUST keep hashes only, MUST compare in constant time and MUST NOT log a token. From any thread; {@link #create} and
 * {@link #revoke} write a small file before they return.
 */
@ProviderType
public interface Tokens {
    /**
     * Whose token a request brings; empty when it brings none, or one that is not known. None is known while the file cannot be
     * read.
     *
     * @param authorization the request's Authorization header as it came; may be null
     */
    Optional<Token> check(String authorization);

    /**
     * Ordered by name.
     *
     * @throws pbx.api.PbxException REFUSED where the file cannot be read
     */
    List<Token> list();

    /**
     * Makes a token and returns its text, which is told here and never again. One of that name is replaced, and valid no more.
     *
     * @throws pbx.api.PbxException INVALID where the name is none, REFUSED where the file cannot be read or written:
     *     it stays as it is
     */
    String create(String name, Role role);

    /**
     * Takes a token back: from now on it is not known.
     *
     * @throws pbx.api.PbxException INVALID where there is none of that name, REFUSED where the file cannot be read or written:
     *     it stays as it is
     */
    void revoke(String name);
}
