package pbx.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallId;

/** Finds the call that the user means: by its id, or by the beginning of it. */
final class CallChoice {
    private CallChoice() {}

    /**
     * @param name may be left out when there is one call, or one that the command fits
     * @param fits which calls the command is for
     */
    static CallId of(List<Call> calls, Optional<String> name, Predicate<Call> fits) {
        List<Call> meant = name.map(n -> named(calls, n)).orElse(calls);
        if (name.isEmpty() && meant.size() > 1) {
            List<Call> fitting = meant.stream().filter(fits).toList();
            meant = fitting.size() == 1 ? fitting : meant;
        }
        if (meant.size() == 1) {
            return meant.get(0).id();
        }
        if (meant.isEmpty()) {
            throw new PbxException(
                    Reason.UNKNOWN_CALL,
                    name.map(n -> "no call's id begins with " + n).orElse("there is no call"));
        }
        throw new PbxException(
                Reason.INVALID,
                "say which call: "
                        + String.join(
                                ", ", meant.stream().map(c -> c.id().value()).toList()));
    }

    /** The call that {@code text} names, if it is a call's id or the beginning of one and not a number to dial. */
    static Optional<CallId> meant(List<Call> calls, String text) {
        List<Call> named = named(calls, text);
        boolean number = text.matches("[+0-9*#]*")
                && named.stream().noneMatch(c -> c.id().value().equals(text));
        return number || named.isEmpty() ? Optional.empty() : Optional.of(of(calls, Optional.of(text), call -> true));
    }

    private static List<Call> named(List<Call> calls, String name) {
        List<Call> exact =
                calls.stream().filter(c -> c.id().value().equals(name)).toList();
        return exact.isEmpty()
                ? calls.stream().filter(c -> c.id().value().startsWith(name)).toList()
                : exact;
    }
}
