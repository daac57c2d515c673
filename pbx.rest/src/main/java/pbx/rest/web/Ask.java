package pbx.rest.web;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.CallId;

/**
 * What a request asks. Whatever is missing or of another type is INVALID, and the message says what belongs there.
 *
 * @param path the path's variables, by name
 * @param query the query's parameters, the first of each name
 * @param body the JSON object it brings; empty where it brings none
 */
record Ask(Map<String, String> path, Map<String, String> query, Map<String, Object> body) {

    AccountId account() {
        return new AccountId(path.get("account"));
    }

    CallId call() {
        return new CallId(account(), path.get("call"));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    int number(String name, int otherwise, int most) {
        try {
            int number = parameter(name).map(Integer::parseInt).orElse(otherwise);
            if (number < 1 || number > most) {
                throw invalid(name + " must be 1 to " + most);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new PbxException(Reason.INVALID, name + " must be a number", e);
        }
    }

    String text(String name) {
        if (body.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw invalid("the body needs \"" + name + "\": a text");
    }

    boolean flag(String name) {
        if (body.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw invalid("the body needs \"" + name + "\": true or false");
    }

    boolean has(String name) {
        return body.containsKey(name);
    }

    /** What nobody asked for may be a misspelt wish. */
    Ask only(String... names) {
        TreeSet<String> others = new TreeSet<>(body.keySet());
        for (String name : names) {
            others.remove(name);
        }
        if (!others.isEmpty()) {
            String known =
                    names.length == 0 ? "no body is taken here" : "the body may have " + String.join(", ", names);
            throw invalid(known);
        }
        return this;
    }

    static PbxException invalid(String message) {
        return new PbxException(Reason.INVALID, message);
    }
}
