package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Frame;
import java.awt.Robot;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.MediaState;
import pbx.api.call.Party;

@ExtendWith(Display.class)
class CallingWindowTest {
    private static final Party ADA = new Party("40", "Ada Lovelace");

    @Test
    void anIncomingCallOffersAnswerAndReject() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true).call(Samples.incoming("1", ADA))) {
            assertEquals("Incoming call", Driver.text("call.state"));
            assertEquals("Ada Lovelace", Driver.text("call.who"));
            assertEquals("40", Driver.text("call.number"));
            Driver.click("answer");
            assertEquals("answer 1", open.calls.asked());
            Driver.click("reject");
            assertEquals("reject 1", open.calls.asked());
            open.call(Samples.talking("1", ADA));
            assertFalse(Driver.shows("answer"));
            assertTrue(Driver.shows("hangUp"));
        }
    }

    @Test
    void enterAnswersAndEscapeRejectsWhereverTheFocusIs() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true).people().call(Samples.incoming("1", ADA))) {
            for (String place : new String[] {"search", "directory", "number", "answer"}) {
                Driver.key(place, "ENTER");
                assertEquals("answer 1", open.calls.asked(), place);
                Driver.key(place, "ESCAPE");
                assertEquals("reject 1", open.calls.asked(), place);
            }
            Driver.key("reject", "ENTER");
            assertEquals("reject 1", open.calls.asked());
        }
    }

    @Test
    void whoIsTypingANumberDialsItAndAnswersNothing() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true).call(Samples.incoming("1", ADA))) {
            open.calls.answers(new CompletableFuture<>());
            Driver.type("number", "601");
            Driver.key("number", "ENTER");
            assertEquals("dial demo 601", open.calls.asked());
            Driver.key("number", "ESCAPE");
            assertTrue(open.calls.unasked());
        }
    }

    @Test
    void theRealKeyboardReachesTheIncomingCall() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true)) {
            CompletableFuture<Void> focused = new CompletableFuture<>();
            open.call(Samples.incoming("1", ADA));
            Driver.doOnEdt(() -> {
                AbstractButton answer = Driver.get(AbstractButton.class, "answer");
                answer.addFocusListener(new FocusAdapter() {
                    @Override
                    public void focusGained(FocusEvent e) {
                        focused.complete(null);
                    }
                });
                if (answer.isFocusOwner()) {
                    focused.complete(null);
                }
            });
            focused.get(30, TimeUnit.SECONDS);
            Robot robot = new Robot();
            robot.keyPress(KeyEvent.VK_ENTER);
            robot.keyRelease(KeyEvent.VK_ENTER);
            assertEquals("answer 1", open.calls.asked());
            robot.keyPress(KeyEvent.VK_ESCAPE);
            robot.keyRelease(KeyEvent.VK_ESCAPE);
            assertEquals("reject 1", open.calls.asked());
        }
    }

    @Test
    void whileTheWindowIsAsideACornerShowsWhoCallsAndAnsweringBringsTheWindowBack() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true)) {
            Driver.doOnEdt(() -> Driver.window().orElseThrow().setExtendedState(Frame.ICONIFIED));
            open.call(Samples.incoming("1", ADA));
            assertEquals("Ada Lovelace", Driver.text("incoming.who"));
            assertEquals("Incoming call", Driver.text("incoming.heading"));
            Driver.click("incoming.answer");
            assertEquals("answer 1", open.calls.asked());
            open.call(Samples.call("1", Direction.IN, CallState.ACTIVE, ADA));
            assertFalse(Driver.shows("incoming.who"));
            assertEquals(
                    Frame.NORMAL,
                    Driver.onEdt(() -> Driver.window().orElseThrow().getExtendedState()));
        }
    }

    @Test
    void holdAndMuteSwitchToTheirOpposites() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true).call(Samples.talking("1", ADA))) {
            Driver.click("hold");
            assertEquals("hold 1", open.calls.asked());
            Driver.click("mute");
            assertEquals("mute 1", open.calls.asked());
            open.call(Samples.call("1", Direction.OUT, CallState.ACTIVE, ADA, true, false, true, MediaState.CONNECTED));
            assertEquals("On hold · microphone off", Driver.text("call.state"));
            Driver.click("resume");
            assertEquals("resume 1", open.calls.asked());
            Driver.click("unmute");
            assertEquals("unmute 1", open.calls.asked());
            Driver.click("hangUp");
            assertEquals("hangUp 1", open.calls.asked());
        }
    }

    @Test
    void anEndedCallShowsWhyAndOffersNothing() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true).call(Samples.ended("1", ADA))) {
            assertEquals("Ended: The other side is busy.", Driver.text("call.state"));
            assertFalse(Driver.shows("hangUp"));
            assertTrue(open.calls.unasked());
        }
    }

    @Test
    void theDurationTicks() throws Exception {
        Call now = new Call(
                Samples.id("1"),
                Direction.OUT,
                ADA,
                CallState.ACTIVE,
                false,
                false,
                false,
                MediaState.CONNECTED,
                true,
                Instant.now(),
                Optional.of(Instant.now()),
                Optional.empty(),
                Optional.empty(),
                false,
                "");
        try (OpenPhone open = new OpenPhone().registered(true).call(now)) {
            CompletableFuture<Void> third = new CompletableFuture<>();
            Set<Object> seen = new HashSet<>(); // a machine that stands still for a moment leaves some out
            Driver.doOnEdt(() -> Driver.get(JLabel.class, "call.duration").addPropertyChangeListener("text", e -> {
                if (seen.add(e.getNewValue()) && seen.size() == 2) {
                    third.complete(null);
                }
            }));
            third.get(30, TimeUnit.SECONDS);
            assertTrue(open.calls.unasked());
        }
    }
}
