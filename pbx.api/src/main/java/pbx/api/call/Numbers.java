package pbx.api.call;

import org.osgi.annotation.versioning.ProviderType;
import pbx.api.AccountId;

/**
 * Numbers as people type and read them. Pure computing: no method blocks or sends anything, and all may be called from any
 * thread. The account's country decides how a number without a country code is read; an account without one, or one that is
 * not known, has none.
 */
@ProviderType
public interface Numbers {
    /**
     * What {@code text} would dial from this account: digits with any ornament ({@code +49 (0)89 / 12-34}), star codes, or an
     * address ({@code tel:}, {@code sip:}, {@code sips:}, {@code callto:}, percent-encoding understood). The digits go to the
     * PBX as they were typed, as from a desk phone: no country code is added. An emergency number is read whatever the policy.
     *
     * @throws pbx.api.PbxException INVALID if it is no number, DENIED if the administrator's policy forbids it, or if it is a
     *     link that would dial a star code or means a number at another PBX; the message says what to do
     */
    Dialable read(AccountId from, String text);

    /** The number as people of the account's country write it; as it is when it is no public number (an extension, a star code). */
    String shown(AccountId account, String number);
}
