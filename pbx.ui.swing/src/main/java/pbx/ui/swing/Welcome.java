package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import pbx.api.settings.Pages;

/**
 * The first start: where is the PBX, who are you, or the built-in PBX in one click. Shown while there is no account; how the
 * sign-in goes is then said in the account's line. EDT only.
 */
final class Welcome {
    /** The account's configurations (pbx.transport). */
    static final String ACCOUNT = "pbx.account";
    /** The embedded PBX (pbx.simulator); its defaults are what the demo account expects. */
    private static final String EMBEDDED = "pbx.simulator";

    /** The embedded PBX says back what it hears there. */
    private static final String ECHO = "600";

    private static final Map<String, String> DEMO = Map.of(
            "server", "https://127.0.0.1:8449",
            "tenant", "localhost",
            "extension", "45",
            ".password", "demo",
            "trust", "data/simulator/certificate.pem");
    private static final Map<String, String> DEMO_PBX =
            Map.of("host", "127.0.0.1", ".password", "demo", ".adminPassword", "demo");

    private final Texts texts;
    private final Commands commands;
    private final JPanel panel = new JPanel(new MigLayout(
            "insets 24 28 24 28, fillx, wrap 2, hidemode 3", "[right][grow,fill]", "[]4[]16[]8[]8[]8[]16[]"));
    private final JTextField server = Plain.noMarkup(new JTextField());
    private final JTextField tenant = Plain.noMarkup(new JTextField());
    private final JTextField extension = Plain.noMarkup(new JTextField());
    private final JPasswordField password = new JPasswordField();

    Welcome(Texts texts, Commands commands) {
        this.texts = texts;
        this.commands = commands;
        panel.setName("welcome");
        panel.putClientProperty(FlatClientProperties.STYLE, Palette.CARD);
        JLabel title = Plain.label("welcome.title");
        title.setText(texts.get("welcome.title"));
        title.putClientProperty(FlatClientProperties.STYLE, "font: bold +6");
        panel.add(
                new JLabel(new ImageIcon(AppIcon.image(Sizes.of(44, 44).width))),
                "span, split 2, growx 0, gapright 12");
        panel.add(title, "growx, pushx");
        panel.add(FormView.text(texts.get("welcome.below")), "span, growx, wmin 0");
        add("welcome.server", server, "https://pbx.example.com");
        add("welcome.tenant", tenant, "example.com");
        add("welcome.extension", extension, "45");
        add("welcome.password", password, "");
        panel.add(button("welcome.signIn", Palette.GO, this::signIn), "span, split 2, h 36!, growx");
        panel.add(button("welcome.embedded", null, this::embedded), "h 36!, growx");
        Keys.bind(panel, "ENTER", this::signIn);
    }

    JPanel panel() {
        return panel;
    }

    private void add(String key, JTextField field, String example) {
        JLabel label = Plain.label(key + ".label");
        label.setText(texts.get(key));
        label.setLabelFor(field);
        field.setName(key);
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, example);
        field.getAccessibleContext().setAccessibleName(label.getText());
        panel.add(label);
        panel.add((JComponent) field, "h 34!, wmin 0");
    }

    private JButton button(String key, String style, Runnable pressed) {
        JButton button = Plain.button(key, texts.get(key), pressed);
        button.putClientProperty(FlatClientProperties.STYLE, style);
        return button;
    }

    private void signIn() {
        String number = extension.getText().strip();
        String typed = server.getText().strip();
        if (typed.isEmpty() || number.isEmpty() || password.getPassword().length == 0) {
            commands.say("welcome.missing");
            return;
        }
        String url = typed.contains("://") ? typed : "https://" + typed;
        String named = tenant.getText().strip();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("server", url);
        values.put("tenant", named.isEmpty() ? host(url) : named);
        values.put("extension", number);
        values.put(".password", new String(password.getPassword()));
        commands.tell(Pages.class, pages -> pages.change(ACCOUNT, "a" + number, values))
                .thenAcceptAsync(well -> clear(well), SwingUtilities::invokeLater);
    }

    private void embedded() {
        commands.tell(Pages.class, pages -> pages.change(EMBEDDED, "", DEMO_PBX)
                .thenCompose(running -> pages.change(Softphone.PID, "", Map.of("testCall", ECHO)))
                .thenCompose(offered -> pages.change(ACCOUNT, "demo", DEMO)));
    }

    private void clear(boolean well) {
        if (well) {
            password.setText("");
        }
    }

    // On most PBXs the tenant is the name that it is reached by.
    private static String host(String url) {
        return url.replaceFirst("^[a-z]+://", "").replaceFirst("[:/].*$", "");
    }
}
