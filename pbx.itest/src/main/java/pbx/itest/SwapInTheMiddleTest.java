package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.Calls;
import pbx.api.call.MediaState;

/** A part of the platform is replaced while a command of this side is under way: the call comes out as if it were not. */
class SwapInTheMiddleTest {
    private static SwapMoment moment;

    @BeforeAll
    static void open() throws Exception {
        moment = new SwapMoment();
    }

    @AfterAll
    static void close() throws Exception {
        moment.close();
    }

    @BeforeEach
    void begin() {
        moment.begin();
    }

    @AfterEach
    void end() throws Exception {
        moment.end();
    }

    private static Calls calls() {
        return moment.office.calls();
    }

    /** The first one always, the others where the counts are full. */
    private static Stream<SwapPart> sampled(SwapPart... parts) {
        return Stream.of(parts).limit(SwapStage.FULL ? parts.length : 1);
    }

    static Stream<SwapPart> dialling() {
        return sampled(SwapPart.CALLCONTROL, SwapPart.PRESENCE, SwapPart.TRANSPORT, SwapPart.MEDIA);
    }

    @ParameterizedTest
    @MethodSource("dialling")
    void ofDialling(SwapPart part) throws Exception {
        CompletionStage<Call> dialling = calls().dial(moment.mine, SwapPhone.NUMBER);
        moment.await("a call", () -> !calls().list().isEmpty());
        moment.restart(part);
        Call call = moment.placed(dialling);
        moment.phone.answer();
        moment.phone.hears(moment.office.await(call, CallState.ACTIVE));
        assertEquals(List.of(call.id()), calls().list().stream().map(Call::id).toList());
    }

    static Stream<SwapPart> ringing() {
        return sampled(SwapPart.WEBSOCKET, SwapPart.PRESENCE, SwapPart.TRANSPORT, SwapPart.CALLCONTROL, SwapPart.MEDIA);
    }

    @ParameterizedTest
    @MethodSource("ringing")
    void ofRingingHere(SwapPart part) throws Exception {
        Call call = moment.ringingHere();
        moment.begin();
        moment.restart(part);
        moment.surely(call, () -> calls().answer(call.id()));
        moment.phone.hears(moment.now(call));
    }

    static Stream<SwapPart> answering() {
        return sampled(SwapPart.MEDIA, SwapPart.TRANSPORT, SwapPart.CALLCONTROL);
    }

    @ParameterizedTest
    @MethodSource("answering")
    void ofAnswering(SwapPart part) throws Exception {
        Call call = moment.ringingHere();
        CompletionStage<Call> answering = calls().answer(call.id());
        moment.restart(part);
        answering.toCompletableFuture().handle((done, stopped) -> done).get(20, TimeUnit.SECONDS);
        moment.surely(call, () -> calls().answer(call.id()));
        moment.phone.hears(moment.now(call));
    }

    static Stream<SwapPart> holding() {
        return sampled(SwapPart.CALLCONTROL, SwapPart.TRANSPORT, SwapPart.MEDIA);
    }

    @ParameterizedTest
    @MethodSource("holding")
    void ofHoldingAndTakingBack(SwapPart part) throws Exception {
        Call call = moment.talking();
        calls().hold(call.id());
        moment.restart(part);
        moment.surely(call, () -> calls().hold(call.id()));
        assertTrue(moment.now(call).heldHere());
        calls().resume(call.id());
        moment.restart(part);
        moment.surely(call, () -> calls().resume(call.id()));
        assertTrue(!moment.now(call).heldHere());
        moment.phone.hears(call);
    }

    static Stream<SwapPart> transferring() {
        return sampled(SwapPart.TRANSPORT, SwapPart.CALLCONTROL, SwapPart.MEDIA);
    }

    @ParameterizedTest
    @MethodSource("transferring")
    void ofTransferring(SwapPart part) throws Exception {
        Call call = moment.talking();
        CompletionStage<?> transferring = calls().transfer(call.id(), "601");
        moment.restart(part);
        if (SwapMoment.cutShort(transferring) && moment.isUp(call)) {
            calls().transfer(call.id(), "601");
        }
        moment.await("we are out of the call", () -> calls().list().stream()
                .noneMatch(one -> one.id().equals(call.id())));
        moment.noSession();
    }

    static Stream<List<SwapPart>> orders() {
        return Stream.of(
                        List.of(0, 1, 2),
                        List.of(0, 2, 1),
                        List.of(1, 0, 2),
                        List.of(1, 2, 0),
                        List.of(2, 0, 1),
                        List.of(2, 1, 0))
                .skip(SwapStage.FULL ? 0 : 5)
                .map(order -> order.stream().map(SwapMoment.MIDDLE::get).toList());
    }

    @ParameterizedTest
    @MethodSource("orders")
    void ofHeldAndMutedAllThreeAtOnce(List<SwapPart> order) throws Exception {
        Call call = moment.talking();
        Office.get(calls().hold(call.id()));
        Call before = Office.get(calls().mute(call.id(), true));
        assertTrue(before.heldHere() && before.muted() && before.media() == MediaState.CONNECTED, before::toString);
        List<SwapPart> back = new ArrayList<>(order);
        Collections.reverse(back);
        try (SwapPicture picture = new SwapPicture()) {
            List<String> was = picture.now();
            for (List<SwapPart> up : List.of(order, back)) {
                moment.stop(order);
                moment.start(up);
                picture.await(was);
            }
        }
        assertEquals(before, moment.now(call));
        Office.get(calls().mute(call.id(), false));
        Office.get(calls().resume(call.id()));
        moment.phone.hears(call);
    }

    /** Nobody is there who could hang it up: its microphone does not stay open. */
    @Test
    @EnabledIfEnvironmentVariable(named = "PBX_FULL", matches = "true", disabledReason = "takes 15 s")
    void aSessionThatNobodyClaimsIsClosed() throws Exception {
        moment.talking();
        moment.begin();
        moment.stop(List.of(SwapPart.CALLCONTROL));
        moment.noSession();
        moment.start(List.of(SwapPart.CALLCONTROL));
    }
}
