package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Frame;
import java.awt.event.WindowEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pbx.api.AccountId;
import pbx.api.call.Party;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.api.history.History;
import pbx.api.media.Devices;
import pbx.api.message.Chat;
import pbx.api.message.ChatChange;
import pbx.api.message.ChatMessage;
import pbx.api.message.Chats;
import pbx.api.message.Voicemails;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceChange;
import pbx.api.presence.PresenceState;
import pbx.api.settings.Pages;

/** The pages beside the directory, the settings and the first start, used by clicks and keys. */
@ExtendWith(Display.class)
class PagesWindowTest {
    private static final Party ADA = new Party("40", "Ada Lovelace");
    private static final Party ALICE = new Party("+4989123456", "Alice", "089 123456");

    private final Noted noted = new Noted();

    @Test
    void missedCallsAreCountedSearchedCalledBackAndRemoved() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true)) {
            open.phone.use(noted.service(History.class, Map.of()));
            open.phone.historyChanged(
                    MailSamples.history(MailSamples.missed("1", ALICE), MailSamples.talked("2", ADA)));
            OpenPhone.drawn();
            assertEquals("History (1)", tab(1));
            turn(1);
            assertEquals("seen demo", noted.asked());
            assertEquals(2, rows("history"));
            Driver.type("history.search", "089");
            assertEquals(1, rows("history"));
            Driver.type("history.search", "");
            Driver.doOnEdt(() -> Driver.get(JCheckBox.class, "history.missed").doClick());
            assertEquals(1, rows("history"));
            Driver.select("history", 0);
            Driver.key("history", "ENTER");
            assertEquals("dial demo +4989123456", open.calls.asked());
            Driver.key("history", "DELETE");
            assertEquals("remove demo 1", noted.asked());
        }
    }

    @Test
    void aMessageIsPlayedAndDeletedWithTwoPresses() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true)) {
            open.phone.use(noted.service(Voicemails.class, Map.of()));
            open.phone.voicemailChanged(MailSamples.mailbox(ALICE));
            OpenPhone.drawn();
            assertEquals("Voicemail (1)", tab(2));
            turn(2);
            Driver.select("voicemail", 0);
            Driver.click("voicemail.play");
            assertEquals("sound demo m1", noted.asked());
            Driver.click("voicemail.callBack");
            assertEquals("dial demo +4989123456", open.calls.asked());
            Driver.click("voicemail.delete");
            assertEquals("Delete it? Press once more.", Driver.text("voicemail.count"));
            assertTrue(noted.unasked());
            Driver.click("voicemail.delete");
            assertEquals("delete demo m1", noted.asked());
        }
    }

    /** Two mailboxes number their messages alike. */
    @Test
    void theChosenMessageStaysTheOneOfItsAccount() throws Exception {
        AccountId sales = new AccountId("sales");
        try (OpenPhone open = new OpenPhone().registered(true)) {
            open.phone.use(noted.service(Voicemails.class, Map.of()));
            open.phone.voicemailChanged(MailSamples.mailbox(ALICE));
            open.phone.voicemailChanged(MailSamples.mailbox(sales, ADA, Samples.T0.plusSeconds(60)));
            OpenPhone.drawn();
            turn(2);
            Driver.select("voicemail", 0);
            open.phone.voicemailChanged(MailSamples.mailbox(ALICE));
            OpenPhone.drawn();
            Driver.key("voicemail", "DELETE");
            Driver.key("voicemail", "DELETE");
            assertEquals("delete sales m1", noted.asked());
        }
    }

    @Test
    void aColleagueIsWrittenTo() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true).people()) {
            open.phone.use(noted.service(Chats.class, Map.of()));
            Driver.select("directory", 0);
            Driver.menu("directory", 0, "person.write");
            String with = Driver.onEdt(
                    () -> ((Person) Driver.get(JComboBox.class, "chat.with").getSelectedItem())
                            .presence()
                            .number());
            assertEquals("read demo " + with, noted.asked());
            open.phone.chatChanged(MailSamples.chat(with, "Coffee?"));
            OpenPhone.drawn();
            assertEquals("Coffee?", Driver.onEdt(() -> Driver.get(JTextArea.class, "chat.line")
                    .getText()));
            Driver.turn("pages", 0);
            open.phone.chatChanged(new ChatChange(new Chat(
                    Samples.DEMO, "41", List.of(new ChatMessage("1", false, "Are you there?", Instant.now())))));
            OpenPhone.drawn();
            assertEquals("Chat (1)", tab(3));
            Driver.turn("pages", 3);
            assertEquals("Are you there?", Driver.onEdt(() -> Driver.get(JTextArea.class, "chat.line")
                    .getText()));
            Driver.doOnEdt(() -> Driver.get(JComboBox.class, "chat.with").setSelectedIndex(0));
            Driver.type("chat.text", "In five minutes");
            Driver.key("chat.text", "ENTER");
            assertEquals("send demo " + with + " In five minutes", sent());
        }
    }

    /** Nobody else gets what was meant for a colleague who is not listed for a moment. */
    @Test
    void whatIsTypedWaitsForWhomItIsMeant() throws Exception {
        Presence grace = Samples.person("41", "Grace Hopper", PresenceState.IDLE);
        try (OpenPhone open = new OpenPhone().registered(true)) {
            open.phone.use(noted.service(Chats.class, Map.of()));
            open.phone.presenceChanged(Samples.seen(Samples.person("40", "Ada Lovelace", PresenceState.IDLE)));
            open.phone.presenceChanged(Samples.seen(grace));
            OpenPhone.drawn();
            turn(3);
            Driver.doOnEdt(() -> Driver.get(JComboBox.class, "chat.with").setSelectedIndex(1));
            Driver.type("chat.text", "In five minutes");
            open.phone.presenceChanged(gone(grace));
            OpenPhone.drawn();
            assertEquals("nobody", with());
            Driver.key("chat.text", "ENTER");
            Driver.await("notice");
            assertEquals(
                    "The person you write to is not listed at present: wait, or choose somebody above.",
                    Driver.text("notice"));
            open.phone.presenceChanged(Samples.seen(grace));
            OpenPhone.drawn();
            assertEquals("demo 41", with());
            Driver.key("chat.text", "ENTER");
            assertEquals("send demo 41 In five minutes", sent());
        }
    }

    /** Another account of the same tenant sees the same colleague; one of another tenant with that number is somebody else. */
    @Test
    void whomItIsMeantForIsKnownByPlaceAndNumber() throws Exception {
        Presence grace = Samples.person("41", "Grace Hopper", PresenceState.IDLE);
        AccountId second = new AccountId("second");
        try (OpenPhone open = new OpenPhone().registered(true)) {
            open.phone.use(noted.service(Chats.class, Map.of()));
            open.phone.connectionChanged(
                    Samples.told(Samples.status(second, "46", ConnectionState.REGISTERED, true, "")));
            open.phone.presenceChanged(Samples.seen(Samples.person("40", "Ada Lovelace", PresenceState.IDLE)));
            open.phone.presenceChanged(Samples.seen(grace));
            open.phone.presenceChanged(Samples.seen(seenBy(second, grace)));
            OpenPhone.drawn();
            turn(3);
            Driver.doOnEdt(() -> Driver.get(JComboBox.class, "chat.with").setSelectedIndex(1));
            Driver.type("chat.text", "In five minutes");
            assertEquals("demo 41", with());
            open.phone.presenceChanged(gone(grace));
            OpenPhone.drawn();
            assertEquals("second 41", with());
            ConnectionStatus elsewhere = new ConnectionStatus(
                    second,
                    "46@elsewhere",
                    "46",
                    "elsewhere",
                    "wss://pbx.example",
                    ConnectionState.REGISTERED,
                    true,
                    Optional.empty(),
                    Optional.empty());
            open.phone.connectionChanged(Samples.told(elsewhere));
            OpenPhone.drawn();
            assertEquals("nobody", with());
        }
    }

    private static PresenceChange gone(Presence presence) {
        return new PresenceChange(Optional.of(presence), Optional.empty());
    }

    private static Presence seenBy(AccountId account, Presence presence) {
        return new Presence(
                account,
                presence.number(),
                presence.name(),
                presence.kind(),
                presence.state(),
                presence.registered(),
                presence.dnd(),
                presence.available(),
                List.of(),
                Map.of());
    }

    private static String with() {
        return Driver.onEdt(() -> Optional.ofNullable(
                        (Person) Driver.get(JComboBox.class, "chat.with").getSelectedItem())
                .map(person ->
                        person.presence().seenBy() + " " + person.presence().number())
                .orElse("nobody"));
    }

    private String sent() throws InterruptedException {
        String sent = noted.asked();
        while (sent.startsWith("read ")) {
            sent = noted.asked();
        }
        return sent;
    }

    @Test
    void settingsAreDrawnChangedAndRefusedInWords() throws Exception {
        FakePages pages = new FakePages();
        try (OpenPhone open = new OpenPhone().registered(true)) {
            open.phone.use(pages);
            Driver.click("settings.open");
            Driver.eventually(
                    "account page",
                    () -> Driver.get(JList.class, "settings").getModel().getSize() == 4);
            Driver.select("settings", 1);
            Driver.type("field.server", "bad");
            Driver.click("form.save");
            assertEquals("pbx.account demo {server=bad}", pages.asked());
            Driver.await("form.said");
            assertEquals("server = \"bad\" is no address", Driver.text("form.said"));
            Driver.type("field.server", "https://pbx.example");
            Driver.type("field..password", "secret");
            Driver.key("field.server", "ENTER");
            assertEquals("pbx.account demo {server=https://pbx.example, .password=secret}", pages.asked());
            Driver.select("settings", 2);
            Driver.click("form.save");
            assertEquals("Give it a name first.", Driver.text("form.said"));
            Driver.type("form.name", "demo");
            Driver.click("form.save");
            assertEquals(
                    "There is one of this name already: choose it on the left to change it, or take another name.",
                    Driver.text("form.said"));
            Driver.type("form.name", "other");
            Driver.click("form.save");
            assertEquals("pbx.account other {}", pages.asked());
        }
    }

    @Test
    void theMicrophoneIsOpenOnlyWhileTheDevicesAreSeen() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true)) {
            open.phone.use(noted.service(Devices.class, Map.of("chosen", Devices.DEFAULT)));
            open.phone.use(new FakePages());
            for (Runnable close : new Runnable[] {PagesWindowTest::escape, PagesWindowTest::cross}) {
                Driver.click("settings.open");
                Driver.await("devices.MICROPHONE");
                close.run();
                assertFalse(Driver.shows("devices.MICROPHONE"));
                Driver.eventually("no listener", () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("softphone-microphone")));
            }
        }
    }

    @Test
    void theFirstStartSignsInOrTakesTheBuiltInPbx() throws Exception {
        try (OpenPhone open = new OpenPhone()) {
            open.phone.use(noted.service(Pages.class, Map.of("change", CompletableFuture.completedFuture(null))));
            Driver.await("welcome");
            Driver.click("welcome.signIn");
            Driver.await("notice");
            assertEquals("Server, extension and password are needed.", Driver.text("notice"));
            Driver.type("welcome.server", "pbx.example:8443");
            Driver.type("welcome.extension", "40");
            Driver.type("welcome.password", "secret");
            Driver.key("welcome.password", "ENTER");
            assertEquals(
                    "change pbx.account a40 {.password=secret, extension=40, server=https://pbx.example:8443,"
                            + " tenant=pbx.example}",
                    noted.asked());
            Driver.eventually("password forgotten", () -> Driver.get(JTextField.class, "welcome.password")
                    .getText()
                    .isEmpty());
            Driver.click("welcome.embedded");
            assertTrue(noted.asked().startsWith("change pbx.simulator "));
            assertEquals("change pbx.ui.swing  {testCall=600}", noted.asked());
            assertTrue(noted.asked().startsWith("change pbx.account demo {.password=demo, extension=45,"));
            open.registered(true);
            assertFalse(Driver.shows("welcome"));
            assertFalse(Driver.shows("calls.test"), "no number for it is known");
            open.phone.modified(
                    Samples.settings(Settings.class, Map.of("theme", "light", "language", "en", "testCall", "600")));
            OpenPhone.drawn();
            Driver.click("calls.test");
            assertEquals("dial demo 600", open.calls.asked());
        }
    }

    private static Frame settings() {
        return Stream.of(Frame.getFrames())
                .filter(frame -> "settings.window".equals(frame.getName()) && frame.isShowing())
                .findFirst()
                .orElseThrow();
    }

    private static void escape() {
        Driver.key("settings", "ESCAPE");
    }

    private static void cross() {
        Driver.doOnEdt(() -> {
            Frame window = settings();
            window.dispatchEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSING));
        });
    }

    private static String tab(int index) {
        return Driver.onEdt(() -> Driver.get(JTabbedPane.class, "pages")
                .getAccessibleContext()
                .getAccessibleChild(index)
                .getAccessibleContext()
                .getAccessibleName());
    }

    private static void turn(int index) {
        Driver.turn("pages", index);
    }

    private static int rows(String list) {
        return Driver.onEdt(() -> Driver.find(JList.class, list)
                .map(found -> found.getModel().getSize())
                .orElse(0));
    }
}
