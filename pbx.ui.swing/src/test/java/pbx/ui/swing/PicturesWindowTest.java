package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Frame;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.MediaState;
import pbx.api.call.Party;
import pbx.api.connection.ConnectionState;
import pbx.api.history.History;
import pbx.api.history.HistoryEntry;
import pbx.api.media.Device;
import pbx.api.media.Devices;
import pbx.api.media.QualityChange;
import pbx.api.media.QualityWarning;
import pbx.api.message.Chat;
import pbx.api.message.ChatChange;
import pbx.api.message.ChatMessage;
import pbx.api.message.Chats;
import pbx.api.message.Voicemail;
import pbx.api.message.VoicemailChange;
import pbx.api.message.Voicemails;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceState;
import pbx.api.view.Action;
import pbx.api.view.CallAction;
import pbx.api.view.Panel;
import pbx.api.view.Row;
import pbx.api.view.View;

/** {@code ./pbx pictures}: every page in both languages, both themes and two sizes, to be looked at. */
@ExtendWith(Display.class)
@EnabledIfSystemProperty(named = "pbx.pictures", matches = ".+")
class PicturesWindowTest {
    private static final Party ALICE = new Party("+4989123456", "Alice Example", "089 123456");
    private static final Party BOB = new Party("44", "Bob Builder");
    private static final Party LONG =
            new Party("+15555550100", "Dr. Wolfgang Amadeus Freiherr von Schreibershofen-Langenfeld GmbH & Co. KG");

    private final Instant now = Instant.now();

    @ParameterizedTest
    @CsvSource({
        "en, light, 100", "en, dark, 100", "de, light, 100", "de, dark, 100",
        "en, light, 200", "en, dark, 200", "de, light, 200", "de, dark, 200"
    })
    void everyPage(String language, String theme, int scale) throws Exception {
        String look = language + "-" + theme + "-" + scale;
        Settings settings = Samples.settings(
                Settings.class, Map.of("theme", theme, "language", language, "scale", scale, "testCall", "600"));
        try (OpenPhone open = new OpenPhone(settings)) {
            // what the fakes do not list would be taken off the desk some seconds later
            open.phone.drop(open.calls);
            open.phone.drop(open.presences);
            for (Class<?> kind : List.of(History.class, Voicemails.class, Chats.class)) {
                open.phone.use(new Noted().service(kind, Map.of()));
            }
            Driver.await("welcome");
            take(look, "welcome", "softphone");
            open.registered(true);
            for (String page : List.of("history", "voicemail", "chat", "directory")) {
                turn(page);
                take(look, page + "-empty", "softphone");
            }
            open.people();
            services(open);
            mail(open);
            take(look, "directory", "softphone");
            for (String page : List.of("history", "voicemail", "chat")) {
                turn(page);
                take(look, page, "softphone");
            }
            turn("directory");
            incoming(open, look);
            calls(open);
            take(look, "calls", "softphone");
            held(open, look);
            settings(open, look);
            open.phone.connectionChanged(
                    Samples.told(Samples.status(ConnectionState.CONNECTING, true, problem(language))));
            open.call(answered(Samples.talking("1", ALICE), false, false));
            take(look, "offline", "softphone");
            plugin(open);
            take(look, "plugin", "softphone");
            assertTrue(open.calls.unasked());
        }
    }

    private static String problem(String language) {
        return language.equals("de")
                ? "Der Server antwortet nicht; neuer Versuch in 4 s."
                : "The server does not answer; next attempt in 4 s.";
    }

    private void services(OpenPhone open) {
        open.phone.presenceChanged(Samples.seen(Samples.person("44", "Bob Builder", PresenceState.OFFLINE)));
        open.phone.presenceChanged(Samples.seen(service("70", "Sales", Presence.Kind.QUEUE, PresenceState.IDLE)));
        open.phone.presenceChanged(
                Samples.seen(service("80", "Meeting room", Presence.Kind.CONFERENCE, PresenceState.IDLE)));
        open.phone.presenceChanged(Samples.seen(
                service("700", "", Presence.Kind.ORBIT, PresenceState.HELD, new Party("0301234", "Carol"))));
        open.phone.bindCallAction(call -> "", Map.of(CallAction.LABEL, "CRM"));
        OpenPhone.drawn();
    }

    private static Presence service(
            String number, String name, Presence.Kind kind, PresenceState state, Party... with) {
        return new Presence(Samples.DEMO, number, name, kind, state, true, false, true, List.of(with), Map.of());
    }

    private void incoming(OpenPhone open, String look) throws Exception {
        Driver.doOnEdt(() -> Driver.window().orElseThrow().setExtendedState(Frame.ICONIFIED));
        open.call(Samples.incoming("9", ALICE));
        take(look, "incoming", "incoming");
        open.phone.callChanged(Samples.first(Samples.ended("9", ALICE)));
        Driver.doOnEdt(() -> {
            Driver.window().orElseThrow().setExtendedState(Frame.NORMAL);
            Driver.window().orElseThrow().toFront();
        });
    }

    private void held(OpenPhone open, String look) throws Exception {
        open.call(Samples.ended("2", LONG));
        open.call(answered(
                Samples.call("1", Direction.OUT, CallState.ACTIVE, ALICE, true, false, false, MediaState.CONNECTED),
                false));
        open.call(answered(Samples.talking("4", BOB), false));
        open.phone.qualityChanged(new QualityChange(Optional.empty(), Optional.of(Samples.quality("4", 4.3))));
        OpenPhone.drawn();
        take(look, "held", "softphone");
        Driver.doOnEdt(() -> Driver.all(Driver.get(JComponent.class, "call." + Samples.id("4")))
                .filter(c -> "transfer".equals(c.getName()))
                .forEach(c -> ((AbstractButton) c).doClick()));
        take(look, "transfer", "softphone");
        open.call(Samples.ended("4", BOB));
    }

    private void plugin(OpenPhone open) {
        View log = search -> new Panel(
                List.of("When", "Who", "Talked"),
                List.of(
                        new Row("1", List.of("14:02", "Alice Example", "1:10")),
                        new Row("2", List.of("13:40", "Bob Builder", "0:17"))),
                List.of(new Action("mark", "Mark", true, false), new Action("clear", "Clear", false, true)));
        open.phone.bindView(log, Map.of(View.NAME, "log", View.TITLE, "Call log"));
        Driver.eventually(
                "the view", () -> Driver.find(JTabbedPane.class, "views").isPresent());
        Driver.doOnEdt(() -> Driver.get(JTabbedPane.class, "views").setSelectedIndex(1));
        Driver.eventually("rows", () -> Driver.get(JTable.class, "view log").getRowCount() == 2);
    }

    private void settings(OpenPhone open, String look) throws Exception {
        List<Device> devices = List.of(
                new Device("a", "USB Headset", true, true),
                new Device("b", "Built-in Audio Analog Stereo", true, true));
        open.phone.use(new Noted()
                .service(Devices.class, Map.of("chosen", "USB Headset", "list", devices, "problem", Optional.empty())));
        open.phone.use(new FakePages("Theme, language, favourites"));
        Driver.click("settings.open");
        Driver.eventually("devices", () -> Driver.find(JComponent.class, "devices.MICROPHONE")
                .isPresent());
        OpenPhone.drawn();
        take(look, "devices", "settings.window");
        Driver.eventually(
                "pages", () -> Driver.get(JList.class, "settings").getModel().getSize() == 4);
        Driver.select("settings", 1);
        take(look, "settings", "settings.window");
    }

    private void mail(OpenPhone open) {
        open.phone.historyChanged(MailSamples.history(
                past("1", Direction.IN, ALICE, Duration.ofMinutes(7), false),
                past("2", Direction.OUT, BOB, Duration.ofHours(3), true),
                past("3", Direction.IN, LONG, Duration.ofHours(26), true),
                past("4", Direction.OUT, new Party("604", ""), Duration.ofDays(9), false)));
        open.phone.voicemailChanged(new VoicemailChange(
                Samples.DEMO,
                List.of(
                        message("1", ALICE, Duration.ofMinutes(9), false),
                        message("2", LONG, Duration.ofDays(2), true)),
                Optional.empty()));
        open.phone.chatChanged(new ChatChange(new Chat(
                Samples.DEMO,
                "40",
                List.of(
                        new ChatMessage("1", false, "Coffee?", now.minusSeconds(400)),
                        new ChatMessage(
                                "2",
                                true,
                                "In five minutes – I am still on the phone with the printing"
                                        + " works, and they want to know about the colours again.",
                                now.minusSeconds(200)),
                        new ChatMessage(
                                "3",
                                false,
                                "Take your time. See you at the coffee machine, and bring the big cups!",
                                now.minusSeconds(100))))));
    }

    private void calls(OpenPhone open) {
        open.call(Samples.ended("3", new Party("602", "Busy")));
        open.call(answered(Samples.talking("1", ALICE), true));
        open.phone.qualityChanged(
                new QualityChange(Optional.empty(), Optional.of(Samples.quality("1", 3.4, QualityWarning.JITTERY))));
        OpenPhone.drawn();
        Driver.click("call.quality");
        OpenPhone.drawn();
        open.call(Samples.incoming("2", LONG));
    }

    private Call answered(Call c, boolean recording) {
        return answered(c, recording, true);
    }

    private Call answered(Call c, boolean recording, boolean reachable) {
        return new Call(
                c.id(),
                c.direction(),
                c.remote(),
                c.state(),
                c.heldHere(),
                c.heldThere(),
                c.muted(),
                c.media(),
                reachable,
                now.minusSeconds(90),
                Optional.of(now.minusSeconds(83)),
                c.ending(),
                Optional.empty(),
                recording,
                "");
    }

    private HistoryEntry past(String id, Direction way, Party remote, Duration ago, boolean answered) {
        Instant began = now.minus(ago);
        return new HistoryEntry(
                Samples.DEMO,
                id,
                way,
                remote,
                began,
                answered ? Optional.of(began.plusSeconds(5)) : Optional.empty(),
                Optional.of(began.plusSeconds(75)),
                "",
                false);
    }

    private Voicemail message(String id, Party from, Duration ago, boolean heard) {
        return new Voicemail(Samples.DEMO, id, from, now.minus(ago), Duration.ofSeconds(17), heard);
    }

    private static void turn(String page) {
        Driver.doOnEdt(() -> {
            JTabbedPane pages = Driver.get(JTabbedPane.class, "pages");
            Stream.of(pages.getComponents())
                    .filter(c -> ("page." + page).equals(c.getName()))
                    .forEach(pages::setSelectedComponent);
        });
        OpenPhone.drawn();
    }

    private static void take(String look, String state, String window) throws IOException {
        OpenPhone.drawn();
        Path file = Path.of("target", "pictures", state + "-" + look + ".png");
        Files.createDirectories(file.getParent());
        BufferedImage image = Driver.onEdt(() -> painted(window));
        assertTrue(ImageIO.write(image, "png", file.toFile()));
    }

    private static BufferedImage painted(String window) {
        Frame frame = Stream.of(Frame.getFrames())
                .filter(f -> window.equals(f.getName()) && f.isShowing())
                .findFirst()
                .orElseThrow();
        frame.validate();
        BufferedImage image = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        frame.paint(graphics);
        graphics.dispose();
        return image;
    }
}
