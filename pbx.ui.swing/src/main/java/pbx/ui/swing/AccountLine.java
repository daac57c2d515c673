package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import pbx.api.AccountId;
import pbx.api.connection.ConnectionStatus;
import pbx.api.presence.Presence;

/** One account: how its connection stands, whether the wire is safe, whether it wants to be disturbed. EDT only. */
final class AccountLine {
    private final Texts texts;
    private final AccountText words;
    private final AccountId account;
    private final JPanel panel = new JPanel(new MigLayout("insets 0, fillx, hidemode 3", "[grow,fill][][]", "[]"));
    private final JLabel state;
    private final JLabel insecure;
    private final JTextArea problem = new JTextArea();
    private final JCheckBox dnd = Plain.noMarkup(new JCheckBox());
    private boolean disturbed = true;

    AccountLine(Texts texts, AccountId account, Commands commands) {
        this.texts = texts;
        this.account = account;
        this.words = new AccountText(texts);
        this.state = Plain.label("account." + account);
        this.insecure = Plain.label("insecure." + account);
        insecure.setText("⚠ " + texts.get("account.insecure"));
        insecure.putClientProperty(FlatClientProperties.STYLE, Palette.WARNING);
        Plain.caption(dnd, texts.get("account.dnd")).setName("dnd." + account);
        dnd.addActionListener(e -> ask(commands, account));
        setUpProblem(account);
        panel.setOpaque(false);
        panel.add(state, "wmin 0");
        panel.add(insecure);
        panel.add(dnd, "wrap");
        panel.add(problem, "span, wmin 0, gapleft 22");
    }

    JPanel panel() {
        return panel;
    }

    AccountId account() {
        return account;
    }

    void draw(ConnectionStatus status, Optional<Presence> own) {
        state.setText(words.state(status));
        state.setIcon(Lamp.of(status.state()));
        insecure.setVisible(AccountText.warnsOfWire(status));
        insecure.setToolTipText(texts.get("account.insecure.long", Plain.line(status.label())));
        problem.setText(words.problem(status));
        problem.setVisible(!problem.getText().isEmpty());
        disturbed = own.map(presence -> !presence.dnd()).orElse(true);
        dnd.setVisible(own.isPresent());
        dnd.setEnabled(status.state().open());
        dnd.setSelected(!disturbed);
        dnd.getAccessibleContext().setAccessibleName(texts.get("account.dnd.of", Plain.line(status.label())));
    }

    // A text area wraps, and knows no markup.
    private void setUpProblem(AccountId account) {
        problem.setName("problem." + account);
        problem.setEditable(false);
        problem.setFocusable(false);
        problem.setOpaque(false);
        problem.setLineWrap(true);
        problem.setWrapStyleWord(true);
        problem.setBorder(BorderFactory.createEmptyBorder());
        problem.putClientProperty(FlatClientProperties.STYLE, Palette.FAILURE);
    }

    // The tick is the PBX's word, not the click's: it comes when the PBX shows it.
    private void ask(Commands commands, AccountId account) {
        dnd.setSelected(!disturbed);
        commands.dnd(account, disturbed);
    }
}
