package pbx.ui.swing;

import java.awt.Component;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import pbx.api.AccountId;
import pbx.api.history.History;
import pbx.api.history.HistoryEntry;

/** What may be asked for about past calls. Nothing blocks. */
final class HistoryHandler {
    private final Commands commands;
    private final Supplier<Desk> desk;

    HistoryHandler(Commands commands, Supplier<Desk> desk) {
        this.commands = commands;
        this.desk = desk;
    }

    boolean ringing() {
        return desk.get().offered().isPresent();
    }

    void redial(HistoryEntry entry) {
        commands.dial(Optional.of(entry.account()), entry.remote().number());
    }

    void remove(HistoryEntry entry) {
        commands.tell(History.class, history -> history.remove(entry.account(), entry.id()));
    }

    void seen(AccountId account) {
        commands.tell(History.class, history -> history.seen(account));
    }

    /** Asks where, then writes a CSV file there. */
    void export(Component above, List<HistoryEntry> entries) {
        JFileChooser chooser = new JFileChooser();
        chooser.setSelectedFile(new File("calls.csv"));
        if (chooser.showSaveDialog(above) == JFileChooser.APPROVE_OPTION) {
            Path file = chooser.getSelectedFile().toPath();
            if (!chooser.getSelectedFile().exists() || mayReplace(above, file)) {
                commands.run(() -> write(file, entries));
            }
        }
    }

    private boolean mayReplace(Component above, Path file) {
        JLabel question = Plain.label("history.replace");
        question.setText(commands.texts().get("history.replace", Plain.line(file.toString())));
        return JOptionPane.showConfirmDialog(above, question, "", JOptionPane.OK_CANCEL_OPTION)
                == JOptionPane.OK_OPTION;
    }

    private void write(Path file, List<HistoryEntry> entries) {
        try {
            Files.writeString(file, Csv.of(entries));
            commands.inform("history.exported", entries.size(), file.toString());
        } catch (IOException e) {
            commands.say("history.notExported", file.toString(), String.valueOf(e.getMessage()));
        }
    }
}
