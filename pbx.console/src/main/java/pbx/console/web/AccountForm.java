package pbx.console.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pbx.api.connection.ConnectionTest.Step;
import pbx.api.settings.Field;
import pbx.console.html.Forms;
import pbx.console.html.Html;
import pbx.console.settings.Accounts.Settings;

/** An account's settings as a form, and what a test of them found. */
final class AccountForm {
    /** What people change; everything else is on the page of configurations. */
    static final Map<String, String> FIELDS = fields();

    private AccountForm() {}

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("server", "Server");
        fields.put("tenant", "Tenant");
        fields.put("extension", "Extension");
        fields.put(".password", "Password");
        fields.put("trust", "Trusted certificate");
        fields.put("pin", "Pinned certificate");
        fields.put("dialect", "Dialect");
        fields.put("country", "Country");
        return fields;
    }

    /** @param root where the page is */
    static String list(String root, List<Settings> accounts) {
        String rows = accounts.stream()
                .map(account -> Html.row(
                        "<a href=\"" + Html.text(root + "?account=" + account.name()) + "\">"
                                + Html.text(account.name()) + "</a>",
                        Html.name(account.text("extension") + "@" + account.text("tenant")),
                        Html.text(account.text("server"))))
                .collect(Collectors.joining());
        return "<h2>Accounts</h2><table id=\"pbx-editor\"><thead><tr><th scope=\"col\">Name</th>"
                + "<th scope=\"col\">Extension</th><th scope=\"col\">Server</th></tr></thead><tbody>"
                + (rows.isEmpty() ? Html.emptyRow(3, "No account.") : rows) + "</tbody></table>";
    }

    /**
     * @param definitions what the settings' own definitions say of them; may be empty
     * @param known it is there already, and not a new one
     */
    static String form(String root, String token, Settings account, boolean known, Map<String, Field> definitions) {
        StringBuilder form = new StringBuilder("<h2>" + (known ? "Account " + Html.text(account.name()) : "New account")
                + "</h2>" + Forms.open(root, token).replaceFirst("<form", "<form class=\"settings\""));
        form.append(
                known
                        ? Forms.hidden("account", account.name())
                        : Forms.field(
                                        "Name",
                                        "account",
                                        "text",
                                        "required aria-describedby=\"about-name\" value=\"" + Html.text(account.name())
                                                + "\"")
                                + about(
                                        "name",
                                        "What the platform calls it: letters, digits, _ and . For example office."));
        FIELDS.forEach((setting, title) -> form.append(field(setting, title, account, known, definitions)));
        form.append("<p class=\"buttons\">")
                .append(Forms.button("do", "test", "Test"))
                .append(Forms.button("do", "save", "Save"))
                .append(known ? Forms.button("do", "remove", "Remove") : "");
        return form.append("</p></form>").toString();
    }

    private static String field(
            String setting, String title, Settings account, boolean known, Map<String, Field> definitions) {
        Field defined = definitions.get(setting);
        String help = defined == null ? "" : defined.description();
        String describes = "aria-describedby=\"about-" + Html.text(setting) + "\" ";
        if (setting.startsWith(".")) {
            String hint = known ? "placeholder=\"unchanged\" " : "";
            return Forms.field(title, setting, "password", describes + hint + "autocomplete=\"new-password\"")
                    + about(setting, (help + " Another server wants it anew.").strip());
        }
        if (defined != null && !defined.options().isEmpty()) {
            List<String> words =
                    defined.options().stream().map(Field.Option::value).toList();
            String chosen = account.text(setting).isEmpty() ? defined.value() : account.text(setting);
            return Forms.choice(title, setting, words, chosen) + about(setting, help);
        }
        return Forms.field(title, setting, "text", describes + "value=\"" + Html.text(account.text(setting)) + "\"")
                + about(setting, help);
    }

    private static String about(String setting, String help) {
        return "<p class=\"about\" id=\"about-" + Html.text(setting) + "\">" + Html.text(help) + "</p>";
    }

    static String steps(List<Step> steps) {
        return "<table id=\"pbx-test\"><thead><tr><th scope=\"col\">Step</th><th scope=\"col\">Result</th>"
                + "<th scope=\"col\">Took</th><th scope=\"col\">What was found</th></tr></thead><tbody>"
                + steps.stream()
                        .map(step -> Html.row(
                                Html.text(step.what().name()),
                                Html.badge(step.passed() ? "good" : "bad", step.passed() ? "passed" : "failed"),
                                step.took().toMillis() + " ms",
                                Html.text(step.words())))
                        .collect(Collectors.joining())
                + "</tbody></table>";
    }
}
