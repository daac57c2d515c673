package pbx.console.html;

/** The page that asks who is there. It needs nothing else from the server: nobody is logged in yet. */
public final class LoginPage {
    private static final String STYLE =
            """
            body { margin: 0; background: #f0f2f5; color: #222; font: 15px/1.5 sans-serif; }
            main { max-width: 20em; margin: 12vh auto 0; padding: 1.5em 2em 2em; background: #fff; border: 1px solid #cfd4da; border-radius: 6px; }
            h1 { margin: 0 0 .8em; font-size: 20px; }
            label { display: block; margin: .8em 0 0; }
            input { box-sizing: border-box; width: 100%; padding: .45em; font: inherit; }
            button { margin-top: 1.4em; padding: .45em 1.6em; font: inherit; }
            p[role] { color: #8a1220; }
            """;

    /** Its style is allowed by its hash, a script not at all. */
    public static final String POLICY = "default-src 'none'; style-src '" + ContentPolicy.hash(STYLE)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private LoginPage() {}

    /**
     * @param action where the form goes
     * @param to the page that was asked for
     * @param problem why the last attempt failed; may be empty
     */
    public static String render(String action, String to, String problem) {
        String said = problem.isEmpty() ? "" : "<p role=\"alert\">" + Html.text(problem) + "</p>";
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>PBX console: log in</title>"
                + "<meta name=\"viewport\" content=\"width=device-width\"><style>" + STYLE
                + "</style></head><body><main>"
                + "<h1>PBX console</h1>" + said + "<form method=\"post\" action=\"" + Html.text(action) + "\">"
                + "<input type=\"hidden\" name=\"to\" value=\"" + Html.text(to) + "\">"
                + "<label>User <input name=\"user\" autocomplete=\"username\" autofocus required></label>"
                + "<label>Password <input name=\"password\" type=\"password\" autocomplete=\"current-password\" required>"
                + "</label><button>Log in</button></form></main></body></html>\n";
    }
}
