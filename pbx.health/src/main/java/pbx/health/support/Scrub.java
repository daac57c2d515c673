package pbx.health.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes known secrets out of a text, in every form in which the platform could have sent them: as they are, URL-encoded, in
 * base64 wherever in a longer text they begin, and as MD5 (the login's form). The second net: nothing should be there at all.
 */
final class Scrub {
    static final String GONE = "***";
    /** What is shorter is in too many words; of such a secret only the digest is looked for. */
    static final int SHORTEST = 6;

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private final Pattern forms;

    Scrub(Collection<String> secrets) {
        Set<String> all =
                new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(s -> s));
        secrets.stream().filter(secret -> !secret.isEmpty()).forEach(secret -> add(secret, all));
        forms = all.isEmpty()
                ? NOTHING
                : Pattern.compile(
                        all.stream().map(Pattern::quote).collect(Collectors.joining("|")), Pattern.CASE_INSENSITIVE);
    }

    String clean(String text) {
        return forms.matcher(text).replaceAll(Matcher.quoteReplacement(GONE));
    }

    private static void add(String secret, Set<String> all) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        all.add(md5(bytes));
        if (secret.length() >= SHORTEST) {
            all.add(secret);
            all.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
            all.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
            for (int before = 0; before < 3; before++) {
                base64(bytes, before, Base64.getEncoder(), all);
                base64(bytes, before, Base64.getUrlEncoder(), all);
            }
        }
    }

    /** The characters that are the same whatever stands before and after: those of whole groups of the secret's own bits. */
    private static void base64(byte[] bytes, int before, Base64.Encoder encoder, Set<String> all) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String text = encoder.withoutPadding().encodeToString(shifted);
        int from = (before * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        all.add(text.substring(from, to));
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has MD5", impossible);
        }
    }
}
