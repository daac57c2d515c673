package pbx.console.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pbx.api.connection.ConnectionTest.Step;
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

    static String form(String root, String token, Settings account, boolean known) {
        StringBuilder form = new StringBuilder("<h2>" + (known ? "Account " + Html.text(account.name()) : "New account")
                + "</h2>" + Forms.open(root, token));
        form.append(
                known
                        ? Forms.hidden("account", account.name())
                        : Forms.field(
                                "Name", "account", "text", "required value=\"" + Html.text(account.name()) + "\""));
        FIELDS.forEach((setting, title) -> form.append(field(setting, title, account, known)));
        form.append("<p>Another server wants the password anew.</p>")
                .append(Forms.button("do", "test", "Test"))
                .append(Forms.button("do", "save", "Save"));
        return form.append(known ? Forms.button("do", "remove", "Remove") : "")
                .append("</form>")
                .toString();
    }

    private static String field(String setting, String title, Settings account, boolean known) {
        if (setting.startsWith(".")) {
            String hint = known ? "placeholder=\"unchanged\" " : "";
            return Forms.field(title, setting, "password", hint + "autocomplete=\"new-password\"");
        }
        return Forms.field(title, setting, "text", "value=\"" + Html.text(account.text(setting)) + "\"");
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
