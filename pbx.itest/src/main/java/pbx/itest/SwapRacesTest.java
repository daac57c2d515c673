package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.MediaState;
import pbx.api.connection.Message;
import pbx.api.connection.MessageListener;

/** What happens in the very moment in which a part of the platform is away: nothing of it is lost. */
class SwapRacesTest {
    private static final List<SwapPart> MIDDLE = List.of(SwapPart.TRANSPORT, SwapPart.CALLCONTROL, SwapPart.MEDIA);

    private static final Watched<Message> wire = new Watched<>();
    private static Office office;
    private static AccountId mine;
    private static SwapPhone phone;
    private static ServiceRegistration<MessageListener> inspector;

    @BeforeAll
    static void open() throws Exception {
        office = new Office();
        mine = office.account("45");
        phone = new SwapPhone(office.engine(), office.port, "46");
        // one that wants everything, as inspectors do: what it hears is not call control's to miss
        inspector = FrameworkUtil.getBundle(SwapRacesTest.class)
                .getBundleContext()
                .registerService(
                        MessageListener.class,
                        (account, message) -> wire.add(message),
                        FrameworkUtil.asDictionary(Map.of(MessageListener.KINDS, "*")));
    }

    @AfterAll
    static void close() throws Exception {
        inspector.unregister();
        phone.close();
        office.close();
    }

    @BeforeEach
    void forget() {
        wire.forget();
        office.calls.forget();
        office.medias.forget();
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        for (Call call : office.calls().list()) {
            office.calls()
                    .hangUp(call.id())
                    .toCompletableFuture()
                    .handle((done, gone) -> done)
                    .get(20, TimeUnit.SECONDS);
            office.await(call, CallState.ENDED);
        }
        phone.over();
        office.medias.await(
                "no session is left",
                change -> office.engine().sessions("media").isEmpty());
    }

    // --- what these tests do ---

    private static void stop(List<SwapPart> parts) throws Exception {
        for (SwapPart part : parts) {
            office.bundle(part.bundle).stop();
        }
    }

    private static void start(List<SwapPart> parts) throws Exception {
        for (SwapPart part : parts) {
            office.bundle(part.bundle).start();
        }
    }

    private static void restart(SwapPart part) throws Exception {
        stop(List.of(part));
        start(List.of(part));
    }

    /** What has been said of the call counts from now on. */
    private static Call now(Call call) {
        return office.calls().list().stream()
                .filter(one -> one.id().equals(call.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no call " + call.id()));
    }

    private static void came(String kind) throws InterruptedException {
        wire.await(kind, message -> message.kind().equals(kind));
    }

    /** Both ends hear each other's code. */
    private static void talks(Call call) throws Exception {
        try (SwapTalk talk = new SwapTalk(SwapEnd.here(office.engine(), call), phone.end())
                .speaking()
                .settled()) {
            talk.quietly(sound -> sound.here().good() > 20 && sound.there().good() > 20, () -> talk.hear(20));
        }
    }

    private static Call ringingAtThePhone() throws Exception {
        Call call = office.dial(mine, "46");
        phone.ring();
        return office.await(call, CallState.RINGING);
    }

    private static Call ringingHere() throws Exception {
        phone.dial("45");
        return office.ringing(mine);
    }

    /** A command that was cut short by a replacement is given once more, as the contract of STOPPED says. */
    private static void surely(Supplier<CompletionStage<Call>> command) throws Exception {
        try {
            Office.get(command.get());
        } catch (java.util.concurrent.ExecutionException | CompletionException e) {
            PbxException why = (PbxException) e.getCause();
            assertTrue(
                    List.of(PbxException.Reason.STOPPED, PbxException.Reason.NOT_CONNECTED)
                            .contains(why.reason()),
                    why::toString);
            Office.get(command.get());
        }
    }

    // --- the far end acts while somebody is away ---

    static Stream<List<SwapPart>> away() {
        return Stream.of(
                List.of(SwapPart.CALLCONTROL),
                List.of(SwapPart.MEDIA),
                List.of(SwapPart.CALLCONTROL, SwapPart.MEDIA),
                List.of(SwapPart.TRANSPORT),
                MIDDLE);
    }

    @ParameterizedTest
    @MethodSource("away")
    void anAnswerThatComesMeanwhile(List<SwapPart> parts) throws Exception {
        Call call = ringingAtThePhone();
        office.calls.forget();
        wire.forget();
        stop(parts);
        phone.answer();
        if (!parts.contains(SwapPart.TRANSPORT)) {
            came("sdp");
        }
        start(parts);
        talks(office.await(call, CallState.ACTIVE));
    }

    @ParameterizedTest
    @MethodSource("away")
    void aCallThatComesMeanwhile(List<SwapPart> parts) throws Exception {
        stop(parts);
        phone.dial("45");
        if (!parts.contains(SwapPart.TRANSPORT)) {
            came("invitesdp");
        }
        start(parts);
        Call call = office.ringing(mine);
        Office.get(office.calls().answer(call.id()));
        phone.connected();
        talks(office.await(call, CallState.ACTIVE));
    }

    @ParameterizedTest
    @MethodSource("away")
    void aHangUpThatComesMeanwhile(List<SwapPart> parts) throws Exception {
        Call call = ringingAtThePhone();
        phone.answer();
        office.await(call, CallState.ACTIVE);
        office.medias.forget();
        stop(parts);
        phone.hangUp(false);
        if (!parts.contains(SwapPart.TRANSPORT)) {
            came("bye");
        }
        start(parts);
        office.medias.await(
                "the session is closed",
                change -> office.engine().sessions("media").isEmpty());
        assertEquals(
                List.of(),
                office.calls().list().stream()
                        .filter(c -> c.state() != CallState.ENDED)
                        .toList());
    }

    // --- this side acts, and somebody is replaced at once ---

    @ParameterizedTest
    @EnumSource(
            value = SwapPart.class,
            names = {"PRESENCE", "TRANSPORT", "CALLCONTROL", "MEDIA"})
    void replacedWhileDialling(SwapPart part) throws Exception {
        office.calls().dial(mine, "46"); // its stage may fail with STOPPED: the call goes on
        wait("a call", () -> !office.calls().list().isEmpty());
        Call call = office.calls().list().get(0);
        restart(part);
        phone.ring();
        office.await(call, CallState.RINGING);
        phone.answer();
        talks(office.await(call, CallState.ACTIVE));
        assertEquals(1, office.calls().list().size(), "one call");
    }

    private static void wait(String what, Supplier<Boolean> so) throws InterruptedException {
        office.calls.await(what, change -> so.get());
    }

    @ParameterizedTest
    @EnumSource(
            value = SwapPart.class,
            names = {"PRESENCE", "TRANSPORT", "CALLCONTROL", "MEDIA", "WEBSOCKET"})
    void replacedWhileItRingsHere(SwapPart part) throws Exception {
        Call call = ringingHere();
        office.calls.forget();
        restart(part);
        if (part == SwapPart.CALLCONTROL) {
            office.ringing(mine);
        }
        if (part == SwapPart.WEBSOCKET || part == SwapPart.TRANSPORT) {
            wait("reachable again", () -> now(call).reachable());
        }
        surely(() -> office.calls().answer(call.id()));
        phone.connected();
        talks(office.await(call, CallState.ACTIVE));
    }

    @ParameterizedTest
    @EnumSource(
            value = SwapPart.class,
            names = {"TRANSPORT", "CALLCONTROL", "MEDIA"})
    void replacedWhileItIsAnswered(SwapPart part) throws Exception {
        Call call = ringingHere();
        CompletionStage<Call> answering = office.calls().answer(call.id());
        restart(part);
        answering.toCompletableFuture().handle((done, stopped) -> done).get(20, TimeUnit.SECONDS);
        wait("the call is known", () -> office.calls().list().stream().anyMatch(c -> c.id().equals(call.id())));
        surely(() -> office.calls().answer(call.id()));
        phone.connected();
        talks(office.await(call, CallState.ACTIVE));
    }

    @ParameterizedTest
    @EnumSource(
            value = SwapPart.class,
            names = {"TRANSPORT", "CALLCONTROL", "MEDIA"})
    void replacedWhileItIsHeldAndTakenBack(SwapPart part) throws Exception {
        Call call = office.talk(mine, "601");
        office.calls().hold(call.id());
        restart(part);
        wait("the call is known", () -> office.calls().list().stream().anyMatch(c -> c.id().equals(call.id())));
        surely(() -> office.calls().hold(call.id()));
        assertEquals(true, now(call).heldHere());
        office.calls().resume(call.id());
        restart(part);
        wait("the call is known", () -> office.calls().list().stream().anyMatch(c -> c.id().equals(call.id())));
        surely(() -> office.calls().resume(call.id()));
        assertEquals(false, now(call).heldHere());
        try (Ear ear = office.ear(call)) {
            ear.hear(sound -> sound.is(440));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SwapPart.class,
            names = {"TRANSPORT", "CALLCONTROL", "MEDIA"})
    void replacedWhileItIsTransferred(SwapPart part) throws Exception {
        Call call = ringingAtThePhone();
        phone.answer();
        office.await(call, CallState.ACTIVE);
        office.calls.forget();
        office.calls().transfer(call.id(), "600");
        restart(part);
        Call after = office.await(call, CallState.ENDED);
        assertTrue(after.ending().isPresent());
    }

    // --- all three at once ---

    static Stream<Arguments> orders() {
        return Stream.of(
                        List.of(0, 1, 2),
                        List.of(0, 2, 1),
                        List.of(1, 0, 2),
                        List.of(1, 2, 0),
                        List.of(2, 0, 1),
                        List.of(2, 1, 0))
                .map(order -> Arguments.of(order.stream().map(MIDDLE::get).toList()));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void allThreeAtOnceWhileHeldAndMuted(List<SwapPart> order) throws Exception {
        Call call = office.talk(mine, "601");
        Office.get(office.calls().hold(call.id()));
        Call before = Office.get(office.calls().mute(call.id(), true));
        assertTrue(before.heldHere() && before.muted() && before.media() == MediaState.CONNECTED, before::toString);
        try (SwapPicture picture = new SwapPicture()) {
            List<String> was = picture.now();
            for (List<SwapPart> up : List.of(order, reversed(order))) {
                stop(order);
                start(up);
                picture.await(was);
            }
        }
        assertEquals(before, now(call));
        Office.get(office.calls().mute(call.id(), false));
        Office.get(office.calls().resume(call.id()));
        try (Ear ear = office.ear(call)) {
            ear.hear(sound -> sound.is(440));
        }
    }

    private static List<SwapPart> reversed(List<SwapPart> order) {
        List<SwapPart> reversed = new java.util.ArrayList<>(order);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Nobody is there who could hang it up: its microphone does not stay open. */
    @Test
    void aSessionThatNobodyClaimsIsClosed() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(SwapStage.FULL, "takes 15 s");
        Call call = office.talk(mine, "601");
        office.medias.forget();
        stop(List.of(SwapPart.CALLCONTROL));
        office.medias.await(
                "closed",
                change -> change.after().isEmpty()
                        && change.before().orElseThrow().call().equals(call.id()));
        start(List.of(SwapPart.CALLCONTROL));
    }
}
