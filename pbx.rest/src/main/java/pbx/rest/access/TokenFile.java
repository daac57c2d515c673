package pbx.rest.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.access.Role;
import pbx.api.access.Token;

/**
 * The file of tokens: a line {@code NAME ROLE SHA-256} for each, the hash in hex. {@code #} begins a comment. It may be edited
 * by hand: what is wrong in it is logged with its line's number and left out, and stays there, as every line but those of the
 * name that is written. While it cannot be read, nobody knows what is in
 * it: that is not the same as an empty one, which may be written over.
 */
final class TokenFile {
    private static final Logger log = LoggerFactory.getLogger(TokenFile.class);
    private static final String HASH = "[0-9a-fA-F]{64}";
    private static final String HEAD = "# Tokens of programs: NAME ROLE SHA-256. Made by pbx:token.";

    private final Path file;
    private Object stamp = "never read";
    private List<String> lines = List.of();
    private Map<Token, String> hashes = Map.of();
    private String problem = "";

    TokenFile(Path file) {
        this.file = file;
    }

    /**
     * The hash of each token, as the file now has it, in lower case.
     *
     * @throws PbxException REFUSED where it cannot be read; the next call tries again
     */
    synchronized Map<Token, String> read() {
        try {
            Object now = stamp();
            if (!now.equals(stamp)) {
                lines = lines();
                hashes = parse();
                stamp = now; // only now: chmod mends a file without a new stamp
            }
            problem = "";
            return hashes;
        } catch (IOException e) {
            String why = file + " cannot be read (" + e + ")";
            if (!why.equals(problem)) { // not for each request
                log.error("{}: no token is valid until it can", why);
                problem = why;
            }
            throw new PbxException(Reason.REFUSED, why + "; correct it first", e);
        }
    }

    /**
     * Takes a token in, where those of its name were.
     *
     * @throws PbxException as {@link #read}
     */
    synchronized void put(Token token, String hash) throws IOException {
        read();
        List<String> next = new ArrayList<>(lines.isEmpty() ? List.of(HEAD) : lines);
        int at = 0;
        while (at < next.size() && !isOf(token.name(), next.get(at))) {
            at++;
        }
        next.add(at, token.name() + " " + token.role().name().toLowerCase(Locale.ROOT) + " " + hash);
        next.subList(at + 1, next.size()).removeIf(line -> isOf(token.name(), line));
        write(next);
    }

    /** As {@link #put}. */
    synchronized void remove(String name) throws IOException {
        read();
        write(lines.stream().filter(line -> !isOf(name, line)).toList());
    }

    private static boolean isOf(String name, String line) {
        return line.strip().split("\\s+", 2)[0].equals(name);
    }

    /** Written beside it, closed to others, and moved: at no time is there half a file. */
    private void write(List<String> next) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(
                folder, "tokens", ".new"); // for its owner only, where the system knows such a thing
        if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        Files.write(draft, next);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        stamp = "written"; // the size may be the same and the clock coarse: it is read again whatever they say
    }

    private Object stamp() throws IOException {
        try {
            return Files.getLastModifiedTime(file) + "/" + Files.size(file);
        } catch (NoSuchFileException none) {
            return "no file";
        }
    }

    private Map<Token, String> parse() {
        Map<Token, String> read = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            parse(lines.get(i).strip(), i + 1, read);
        }
        return Map.copyOf(read);
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private void parse(String line, int number, Map<Token, String> read) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        String[] words = line.split("\\s+", -1);
        Optional<Token> token =
                words.length == 3 && words[2].matches(HASH) ? token(words[0], words[1]) : Optional.empty();
        token.ifPresentOrElse(
                good -> read.put(good, words[2].toLowerCase(Locale.ROOT)),
                () -> log.warn( // never the line itself: somebody may have put a token there
                        "{} line {} is left out: it is not NAME ROLE SHA-256 (viewer or operator)", file, number));
    }

    private static Optional<Token> token(String name, String role) {
        try {
            return Optional.of(new Token(name, Role.valueOf(role.toUpperCase(Locale.ROOT))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
