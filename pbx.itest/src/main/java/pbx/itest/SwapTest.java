package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallState;

/** Each bundle between the PBX and the engine is taken away and brought back while a call is up. */
class SwapTest {
    private static Office office;
    private static AccountId mine;

    @BeforeAll
    static void open() throws Exception {
        office = new Office();
        mine = office.account("45");
    }

    @AfterAll
    static void close() throws Exception {
        office.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pbx.presence", "pbx.transport", "pbx.callcontrol", "pbx.media", "pbx.ui.swing"})
    void theCallGoesOn(String name) throws Exception {
        Call before = office.talk(mine, "601");
        try (Ear ear = office.ear(before)) {
            ear.hear(sound -> sound.is(440));
            Bundle bundle = office.bundle(name);
            bundle.stop();
            ear.hear(sound -> sound.is(440));
            office.calls.forget();
            bundle.start();
            awaitAsBefore(before);
            ear.hear(sound -> sound.is(440));
        }
        assertEquals(true, Office.get(office.calls().hold(before.id())).heldHere());
        assertEquals(false, Office.get(office.calls().resume(before.id())).heldHere());
        assertEquals(
                CallState.ENDED, Office.get(office.calls().hangUp(before.id())).state());
    }

    private static void awaitAsBefore(Call before) throws InterruptedException {
        if (!office.calls().list().contains(before)) {
            office.calls.await("the call as it was", change -> change.after().equals(before));
        }
    }
}
