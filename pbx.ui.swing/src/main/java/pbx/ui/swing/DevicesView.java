package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.media.Device;
import pbx.api.media.Devices;
import pbx.api.media.Role;

/** Which microphone and speakers calls use, with a tone to hear and a level to see. EDT only. */
final class DevicesView {
    private static final Logger log = LoggerFactory.getLogger(DevicesView.class);

    private final Texts texts;
    private final Commands commands;
    private final SoundCheck check;
    private final JPanel panel =
            new ScrolledPanel(new MigLayout("insets 20 24 20 24, fillx, wrap 1, hidemode 3", "[grow,fill]"));
    private final Map<Role, JComboBox<Option>> boxes = new EnumMap<>(Role.class);
    private final Map<Role, List<Option>> offered = new EnumMap<>(Role.class);
    private final Map<Role, JLabel> problems = new EnumMap<>(Role.class);
    private final Meter level;
    private final JTextArea said = FormView.text("");
    private boolean filling;

    /** A device as it is chosen. */
    private record Option(String id, String title) {}

    /** What the provider says now. */
    private record Picture(List<Device> devices, Map<Role, String> chosen, Map<Role, String> problems) {
        static Picture of(Devices devices) {
            Map<Role, String> chosen = new EnumMap<>(Role.class);
            Map<Role, String> problems = new EnumMap<>(Role.class);
            for (Role role : Role.values()) {
                chosen.put(role, devices.chosen(role));
                devices.problem(role).ifPresent(problem -> problems.put(role, problem));
            }
            return new Picture(devices.list(), chosen, problems);
        }
    }

    DevicesView(Texts texts, Commands commands) {
        this.texts = texts;
        this.commands = commands;
        this.check = new SoundCheck(new Lines(commands::device, texts));
        this.level = new Meter("devices.level", texts.get("devices.level"));
        JLabel title = Plain.label("devices.title");
        title.setText(texts.get("devices.name"));
        title.putClientProperty(FlatClientProperties.STYLE, "font: bold +4");
        panel.add(title);
        for (Role role : Role.values()) {
            add(role);
        }
        said.setName("devices.said");
        said.putClientProperty(FlatClientProperties.STYLE, Palette.FAILURE);
        panel.add(said, "wmin 0, gaptop 10");
        said.setVisible(false);
    }

    JPanel panel() {
        return panel;
    }

    void draw(Desk desk) {
        if (panel.isShowing()) {
            read();
        }
    }

    /** The page is shown: from now on one sees the microphone. */
    void start() {
        read();
        check.listen(loud -> SwingUtilities.invokeLater(() -> level.show(loud)), why -> problem(Role.MICROPHONE, why));
    }

    void stop() {
        check.stop();
    }

    private void read() {
        commands.peek(Devices.class, devices -> Optional.of(Picture.of(devices)), this::fill);
    }

    private void add(Role role) {
        JLabel label = Plain.label("devices." + role + ".label");
        label.setText(texts.get("devices." + role));
        JComboBox<Option> box = Plain.emptyBox();
        box.setName("devices." + role);
        box.setRenderer(new PlainRenderer<>((Option option) -> option.title()));
        box.getAccessibleContext().setAccessibleName(label.getText());
        label.setLabelFor(box);
        box.addActionListener(e -> choose(role, (Option) box.getSelectedItem()));
        JLabel problem = Plain.label("devices." + role + ".problem");
        problem.putClientProperty(FlatClientProperties.STYLE, Palette.WARNING);
        problem.setVisible(false);
        boxes.put(role, box);
        problems.put(role, problem);
        panel.add(label, "gaptop 14");
        panel.add(box, role == Role.SPEAKER ? "split 2, h 34!, wmin 0" : "h 34!, wmin 0");
        if (role == Role.SPEAKER) {
            panel.add(testTone(), "h 34!, growx 0");
        }
        if (role == Role.MICROPHONE) {
            panel.add(level.bar(), "h 8!");
        }
        panel.add(problem, "wmin 0");
    }

    private JButton testTone() {
        JButton button = Plain.button(
                "devices.test", texts.get("devices.test"), () -> check.tone(why -> problem(Role.SPEAKER, why)));
        button.setIcon(Glyph.SPEAKER);
        return button;
    }

    private void choose(Role role, Option option) {
        if (!filling && option != null) {
            stop();
            said.setVisible(false);
            // Not before: else the one is opened that was chosen until now.
            commands.tell(Devices.class, devices -> devices.choose(role, option.id()))
                    .thenRunAsync(this::startIfShown, SwingUtilities::invokeLater);
        }
    }

    private void startIfShown() {
        if (panel.isShowing()) {
            start();
        }
    }

    // What Java says of it is for the log; people are told what to do.
    private void problem(Role role, Optional<String> problem) {
        problem.ifPresent(why -> log.info("{} cannot be tried: {}", role, why));
        String key = Devices.NONE.equals(commands.device(role)) ? "devices.unchosen." : "devices.problem.";
        SwingUtilities.invokeLater(() -> {
            said.setText(problem.map(why -> texts.get(key + role)).orElse(""));
            said.setVisible(problem.isPresent());
        });
    }

    private void fill(Picture picture) {
        filling = true;
        boxes.forEach((role, box) -> fill(role, box, picture));
        filling = false;
        problems.forEach((role, label) -> {
            label.setText(Plain.line(picture.problems().getOrDefault(role, "")));
            label.setVisible(!label.getText().isEmpty());
        });
    }

    private void fill(Role role, JComboBox<Option> box, Picture picture) {
        List<Option> options = new ArrayList<>();
        options.add(new Option(Devices.DEFAULT, texts.get("devices.default")));
        picture.devices().stream()
                .filter(device -> device.fits(role))
                .map(device -> new Option(device.id(), Plain.line(device.name())))
                .forEach(options::add);
        options.add(new Option(Devices.NONE, texts.get("devices.none")));
        String chosen = picture.chosen().getOrDefault(role, Devices.DEFAULT);
        if (options.stream().noneMatch(option -> option.id().equals(chosen))) {
            options.add(new Option(chosen, Plain.line(chosen)));
        }
        if (!options.equals(offered.put(role, options))) {
            box.removeAllItems();
            options.forEach(box::addItem);
        }
        options.stream().filter(option -> option.id().equals(chosen)).forEach(box::setSelectedItem);
    }
}
