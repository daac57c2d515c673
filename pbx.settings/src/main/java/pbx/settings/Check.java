package pbx.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file's settings, judged.
 *
 * @param values what is right, in the types of the definition
 * @param wrong what is not, each said in words
 * @param unknown names that are not defined, each said in words
 */
record Check(Map<String, Object> values, List<String> wrong, List<String> unknown) {

    static Check of(Map<String, String> settings, Definition definition) {
        Check check = new Check(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        settings.forEach((key, text) -> definition
                .setting(key)
                .ifPresentOrElse(setting -> check.known(key, text, setting), () -> check.other(key, text, definition)));
        return check;
    }

    /** The same of a configuration's values, in any type that ConfigurationAdmin knows; nothing is said of unknown names. */
    static Check ofValues(Map<String, Object> settings, Definition definition) {
        Check check = new Check(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        settings.forEach((key, value) -> definition
                .setting(key)
                .ifPresentOrElse(
                        setting -> check.known(key, Texts.of(value), setting), () -> check.values.put(key, value)));
        return check;
    }

    private void known(String key, String text, Setting setting) {
        try {
            values.put(key, setting.read(text));
        } catch (WrongValue e) {
            boolean secret = setting.secret() || key.startsWith(".");
            String value = secret ? " (not shown) " : " = " + Plain.quoted(e.value()) + " ";
            wrong.add(Plain.text(key) + value + e.getMessage());
        }
    }

    private void other(String key, String text, Definition definition) {
        values.put(key, text);
        if (!Definition.common(key)) {
            Nearest.to(key, definition.names())
                    .ifPresent(near -> unknown.add(
                            "there is no setting " + Plain.quoted(key) + "; did you mean " + Plain.text(near) + "?"));
        }
    }
}
