package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.Ending;

/** The far end acts in the very moment in which a part of the platform is away: nothing of it is lost. */
class SwapMeanwhileTest {
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

    static Stream<List<SwapPart>> away() {
        return Stream.of(
                        SwapMoment.MIDDLE,
                        List.of(SwapPart.CALLCONTROL),
                        List.of(SwapPart.MEDIA),
                        List.of(SwapPart.CALLCONTROL, SwapPart.MEDIA),
                        List.of(SwapPart.TRANSPORT))
                .limit(SwapStage.FULL ? 5 : 1);
    }

    @ParameterizedTest
    @MethodSource("away")
    void anAnswer(List<SwapPart> parts) throws Exception {
        Call call = moment.ringingThere();
        moment.begin();
        moment.meanwhile(parts, "sdp", moment.phone::answer);
        moment.phone.hears(moment.office.await(call, CallState.ACTIVE));
    }

    @ParameterizedTest
    @MethodSource("away")
    void aCall(List<SwapPart> parts) throws Exception {
        moment.meanwhile(parts, "invitesdp", () -> moment.phone.dial("45"));
        Call call = moment.office.ringing(moment.mine);
        moment.phone.hears(Office.get(moment.office.calls().answer(call.id())));
    }

    /** While there is no transport the PBX has to forget the call first, which takes seconds: not every time. */
    static Stream<List<SwapPart>> awayWhenHungUp() {
        return SwapStage.FULL ? away() : Stream.of(List.of(SwapPart.CALLCONTROL, SwapPart.MEDIA));
    }

    @ParameterizedTest
    @MethodSource("awayWhenHungUp")
    void aHangUp(List<SwapPart> parts) throws Exception {
        Call call = moment.talking();
        moment.begin();
        moment.meanwhile(parts, "bye", moment.phone::hangUp);
        Call over = moment.office.await(call, CallState.ENDED);
        assertEquals(Ending.By.THERE, over.ending().orElseThrow().by());
        moment.noSession();
    }
}
