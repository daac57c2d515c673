package pbx.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pbx.messages.FakeConnection.MINE;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentContext;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.history.HistoryListener;
import pbx.api.message.ChatListener;
import pbx.api.message.VoicemailListener;
import pbx.api.plugin.Deliveries;
import pbx.api.plugin.Delivery;
import pbx.api.plugin.Use;
import pbx.listeners.Writer;

/** A plugin that is denied MESSAGES learns nothing of past calls, voicemail and chat. */
class DeniedTest {
    private final Admissions admissions = new Admissions();
    private final Writer atOnce = new Writer() {
        @Override
        public boolean post(Runnable work) {
            work.run();
            return true;
        }

        @Override
        public Timer after(Duration delay, Runnable work) {
            return () -> {};
        }

        @Override
        public void close() {}
    };
    private final PastCalls calls = new PastCalls(admissions, atOnce);
    private final Mailboxes mailboxes = new Mailboxes(admissions, atOnce);
    private final Conversations conversations = new Conversations(admissions, atOnce);
    private final Bundle nosy = bundle("nosy");
    private final Bundle good = bundle("good");
    private final ComponentContext context = fake(ComponentContext.class, "getUsingBundle", nosy);

    DeniedTest() {
        admissions.bindAdmission((bundle, use) -> !(bundle.equals("nosy") && use == Use.MESSAGES));
    }

    @Test
    void neitherByAsking() throws Exception {
        HistoryFace history = new HistoryFace(calls, admissions, context);
        VoicemailsFace voicemails = new VoicemailsFace(mailboxes, admissions, context);
        ChatsFace chats = new ChatsFace(conversations, admissions, context);
        assertEquals(
                Reason.DENIED, assertThrows(PbxException.class, history::list).reason());
        assertEquals(
                Reason.DENIED,
                assertThrows(PbxException.class, voicemails::list).reason());
        assertDenied(history.refresh(MINE));
        assertDenied(history.seen(MINE));
        assertDenied(history.remove(MINE, "1"));
        assertDenied(voicemails.refresh(MINE));
        assertDenied(voicemails.sound(MINE, "1"));
        assertDenied(voicemails.delete(MINE, "1"));
        assertDenied(chats.read(MINE, "44"));
        assertDenied(chats.send(MINE, "44", "hello"));
    }

    @Test
    void norByListening() {
        HistoryListener history = change -> {};
        VoicemailListener voicemail = change -> {};
        ChatListener chat = change -> {};
        for (Bundle plugin : List.of(nosy, good)) {
            calls.bindListener(history, from(plugin));
            mailboxes.bindListener(voicemail, from(plugin));
            conversations.bindListener(chat, from(plugin));
        }
        for (Deliveries board : List.<Deliveries>of(calls, mailboxes, conversations)) {
            assertEquals(
                    List.of("good"),
                    board.deliveries().stream().map(Delivery::bundle).toList());
        }
    }

    static Bundle bundle(String name) {
        return fake(Bundle.class, "getSymbolicName", name);
    }

    @SuppressWarnings("unchecked")
    static <L> ServiceReference<L> from(Bundle bundle) {
        return fake(ServiceReference.class, "getBundle", bundle);
    }

    private static void assertDenied(CompletionStage<?> stage) {
        ExecutionException failure = assertThrows(
                ExecutionException.class, () -> stage.toCompletableFuture().get(20, TimeUnit.SECONDS));
        assertEquals(Reason.DENIED, ((PbxException) failure.getCause()).reason());
    }

    private static <T> T fake(Class<T> type, String method, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                DeniedTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) -> called.getName().equals(method) ? answer : null));
    }
}
