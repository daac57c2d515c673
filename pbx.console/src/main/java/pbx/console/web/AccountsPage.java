package pbx.console.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import pbx.api.connection.ConnectionTest;
import pbx.api.settings.Field;
import pbx.api.settings.Pages;
import pbx.console.html.Html;
import pbx.console.security.Trail;
import pbx.console.security.Visitor;
import pbx.console.settings.Accounts;
import pbx.console.settings.Accounts.Settings;

/** The page "Accounts": makes, changes and removes them, and tests what was typed before it is saved. */
@Component(
        service = Servlet.class,
        property = {
            ServletConstants.PLUGIN_LABEL + "=" + AccountsPage.LABEL,
            ServletConstants.PLUGIN_TITLE + "=Accounts",
            ServletConstants.PLUGIN_CATEGORY + "=PBX",
            ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + AccountsPage.LABEL + "/pbx.css"
        })
public final class AccountsPage extends ConsolePage {
    static final String LABEL = "pbxaccounts";
    private static final long serialVersionUID = 1L;
    private static final int TEST_SECONDS = 60;
    private static final int MOST_TYPED = 100;

    private final transient Accounts accounts;
    /** What each session typed last and has not saved; no secret. */
    private final transient Map<String, Settings> typed = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private transient volatile ConnectionTest test;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private transient volatile Pages pages;

    @Activate
    public AccountsPage(@Reference Accounts accounts, @Reference Trail trail) {
        super(LABEL, trail);
        this.accounts = accounts;
    }

    /** What an account's settings mean, from where they are defined. */
    private Map<String, Field> definitions() {
        Pages provider = pages;
        if (provider == null) {
            return Map.of();
        }
        try {
            return get(provider.list("en")).stream()
                    .filter(page ->
                            page.pid().equals(Accounts.PID) && page.name().isEmpty())
                    .flatMap(page -> page.fields().stream())
                    .collect(Collectors.toMap(Field::id, field -> field, (first, second) -> first));
        } catch (ExecutionException | TimeoutException unknown) {
            return Map.of();
        }
    }

    @Override
    String body(HttpServletRequest request, Visitor visitor) {
        try {
            List<Settings> all = accounts.list();
            Settings last = typed.remove(visitor.token());
            String name = last == null ? text(request, "account") : last.name();
            Settings saved = all.stream()
                    .filter(account -> account.name().equals(name))
                    .findFirst()
                    .orElse(null);
            Settings shown = last != null ? last : saved != null ? saved : new Settings("", Map.of());
            return "<div id=\"pbx\">" + AccountForm.list(root(request), all)
                    + AccountForm.form(root(request), visitor.token(), shown, saved != null, definitions())
                    + "<p><a href=\"" + Html.text(root(request)) + "\">New account</a></p></div>";
        } catch (IOException problem) {
            return Html.said(false, "the accounts cannot be read (" + problem.getMessage() + ")");
        }
    }

    @Override
    String act(HttpServletRequest request, Visitor visitor) throws Exception {
        String name = text(request, "account").strip();
        Map<String, String> changes = changes(request);
        keep(visitor, name, changes);
        switch (text(request, "do")) {
            case "test" -> {
                return tested(name, changes);
            }
            case "save" -> {
                accounts.put(name, changes);
                typed.remove(visitor.token());
                return Html.said(true, "Account " + name + " is saved.");
            }
            case "remove" -> {
                accounts.remove(name);
                typed.remove(visitor.token());
                return Html.said(true, "Account " + name + " is removed.");
            }
            default -> throw new IllegalArgumentException("this page does not do that");
        }
    }

    private String tested(String name, Map<String, String> changes) throws Exception {
        ConnectionTest provider = test;
        if (provider == null) {
            throw new IllegalStateException("the transport is not there; try again in a moment");
        }
        return AccountForm.steps(provider.run(accounts.merged(name, changes))
                .toCompletableFuture()
                .get(TEST_SECONDS, TimeUnit.SECONDS));
    }

    private static Map<String, String> changes(HttpServletRequest request) {
        Map<String, String> changes = new HashMap<>();
        AccountForm.FIELDS.keySet().forEach(setting -> {
            String value = text(request, setting).strip();
            if (!value.isEmpty() || !setting.equals("dialect")) {
                changes.put(setting, value);
            }
        });
        return changes;
    }

    private void keep(Visitor visitor, String name, Map<String, String> changes) {
        Map<String, Object> shown = new HashMap<>(changes);
        shown.keySet().removeIf(setting -> setting.startsWith("."));
        if (typed.size() > MOST_TYPED) {
            typed.clear();
        }
        typed.put(visitor.token(), new Settings(name, shown));
    }
}
