package pbx.ui.swing;

import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import pbx.api.AccountId;
import pbx.api.connection.ConnectionStatus;

/** Which account dials; shown only where there is a choice. EDT only. */
final class AccountChoice {
    private final Texts texts;
    private final JPanel panel = new JPanel(new BorderLayout());
    private List<ConnectionStatus> accounts = List.of();
    private Optional<AccountId> chosen = Optional.empty();

    AccountChoice(Texts texts) {
        this.texts = texts;
        panel.setVisible(false);
    }

    JComponent panel() {
        return panel;
    }

    void draw(Desk desk) {
        List<ConnectionStatus> next = List.copyOf(desk.accounts().values());
        if (!next.equals(accounts)) {
            boolean hadChoice = accounts.size() > 1;
            accounts = next;
            chosen = chosen.filter(id -> hadChoice)
                    .flatMap(this::status)
                    .or(this::best)
                    .map(ConnectionStatus::account);
            panel.removeAll();
            panel.setVisible(next.size() > 1);
            if (next.size() > 1) {
                panel.add(box());
            }
            panel.revalidate();
        }
    }

    Optional<AccountId> chosen() {
        return chosen;
    }

    private JComboBox<ConnectionStatus> box() {
        JComboBox<ConnectionStatus> box = Plain.noMarkup(new JComboBox<>(accounts.toArray(ConnectionStatus[]::new)));
        box.setName("from");
        box.setRenderer(new PlainRenderer<>((ConnectionStatus status) -> Plain.line(status.label())));
        box.getAccessibleContext().setAccessibleName(texts.get("dial.from"));
        chosen.flatMap(this::status).ifPresent(box::setSelectedItem);
        box.addActionListener(e -> chosen =
                Optional.ofNullable((ConnectionStatus) box.getSelectedItem()).map(ConnectionStatus::account));
        return box;
    }

    private Optional<ConnectionStatus> best() {
        return accounts.stream()
                .filter(status -> status.state().open())
                .findFirst()
                .or(() -> accounts.stream().findFirst());
    }

    private Optional<ConnectionStatus> status(AccountId id) {
        return accounts.stream().filter(status -> status.account().equals(id)).findFirst();
    }
}
