package pbx.settings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.MetaTypeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.settings.Page;
import pbx.api.settings.Secret;
import pbx.listeners.Writer;
import pbx.listeners.WriterThread;

/**
 * The settings as forms: definitions from the bundles, values from ConfigurationAdmin, both as they are when asked. Takes the
 * BundleContext for the reason that {@link ConfFolder} does.
 */
@Component(service = SettingPages.class, immediate = true)
public final class SettingPages {
    private static final Logger LOG = LoggerFactory.getLogger(SettingPages.class);

    private final Writer writer = new WriterThread("pbx-settings-pages");
    private final Places places;
    private final Configurations configurations;
    private final Definitions definitions;

    @Activate
    public SettingPages(
            BundleContext context, @Reference ConfigurationAdmin admin, @Reference MetaTypeService metatype) {
        places = Places.of(context);
        configurations = new Configurations(admin);
        definitions = new Definitions(context, metatype);
    }

    @Deactivate
    void stop() {
        writer.close();
    }

    CompletionStage<List<Page>> list(String language) {
        return ask(() -> {
            List<Page> pages = new ArrayList<>();
            for (Form form : forms(Locale.forLanguageTag(language))) {
                if (form.factory()) {
                    for (Configuration made : configurations.made(form.pid())) {
                        String name = ConfName.of(made.getPid(), form.pid()).name();
                        pages.add(form.page(name, Configurations.values(made)));
                    }
                }
                pages.add(form.page("", form.factory() ? Map.of() : values(new ConfName(form.pid(), ""))));
            }
            return pages;
        });
    }

    CompletionStage<Void> change(String pid, String name, Map<String, String> changes) {
        return ask(() -> {
            Form form = form(pid);
            ConfName target = target(form, name);
            Map<String, Object> values = values(target);
            changes.forEach((id, text) -> judge(form, id, text));
            List<String> led = StoredSecrets.led(pid, values, changes);
            if (!led.isEmpty()) {
                throw invalid("the server is another: type " + Plain.text(String.join(" and ", led)) + " anew for it");
            }
            changes.keySet().forEach(values::remove);
            Map<String, String> given = new LinkedHashMap<>(changes);
            given.values().removeIf(String::isBlank);
            Check check = Check.of(given, form.definition());
            if (!check.wrong().isEmpty()) {
                throw invalid(String.join("; ", check.wrong()));
            }
            for (Map.Entry<String, Object> each : check.values().entrySet()) {
                boolean secret =
                        form.definition().setting(each.getKey()).orElseThrow().secret();
                values.put(
                        each.getKey(),
                        secret && each.getValue() instanceof String text ? Secret.sealed(text) : each.getValue());
            }
            configurations.set(target, right(target, values, form.definition()));
            return null;
        });
    }

    CompletionStage<Void> remove(String pid, String name) {
        return ask(() -> {
            Configuration found = configurations
                    .find(target(form(pid), name))
                    .orElseThrow(() -> invalid("nothing is configured there; it has its defaults already"));
            found.delete();
            return null;
        });
    }

    /** What a new version refuses, though it was set before, MUST NOT stand in the way of a change. */
    private static Map<String, Object> right(ConfName target, Map<String, Object> values, Definition definition) {
        Check check = Check.ofValues(values, definition);
        if (!check.wrong().isEmpty()) {
            LOG.warn(
                    "{}: {}; that is taken away, as something else is changed",
                    Plain.text(target.pid()),
                    String.join("; ", check.wrong()));
        }
        return check.values();
    }

    private static void judge(Form form, String id, String text) {
        if (form.definition().setting(id).isEmpty()) {
            throw invalid("there is no setting " + Plain.quoted(id) + " in " + form.title());
        }
        if (text.isBlank() && form.needs(id)) {
            throw invalid(Plain.text(id) + " must have a value");
        }
    }

    private ConfName target(Form form, String name) {
        ConfName target = new ConfName(form.pid(), form.factory() ? name.strip() : "");
        if (form.factory() && (!target.factory() || target.fileName().isEmpty())) {
            throw invalid(Plain.quoted(name) + " cannot be the name of a new " + form.title()
                    + ": take letters, digits, dots, dashes or underscores");
        }
        return target;
    }

    private Form form(String pid) {
        definitions.refresh();
        return definitions
                .form(pid, Locale.ENGLISH)
                .filter(form -> places.keeps(new ConfName(pid, "")))
                .orElseThrow(() -> invalid("no bundle has settings called " + Plain.quoted(pid)));
    }

    private List<Form> forms(Locale language) {
        definitions.refresh();
        return definitions.pids().stream()
                .filter(pid -> places.keeps(new ConfName(pid, "")))
                .map(pid -> definitions.form(pid, language))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Form::title, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Form::pid))
                .toList();
    }

    private Map<String, Object> values(ConfName name) throws IOException {
        return configurations.find(name).map(Configurations::values).orElseGet(LinkedHashMap::new);
    }

    private <T> CompletionStage<T> ask(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        writer.post(() -> {
            try {
                answer.complete(question.call());
            } catch (PbxException e) {
                answer.completeExceptionally(e);
            } catch (Exception e) { // its message could hold a value
                answer.completeExceptionally(new PbxException(
                        Reason.REFUSED,
                        "the settings cannot be read or kept now ("
                                + e.getClass().getName() + ")",
                        e));
            }
        });
        return answer;
    }

    private static PbxException invalid(String why) {
        return new PbxException(Reason.INVALID, why);
    }
}
