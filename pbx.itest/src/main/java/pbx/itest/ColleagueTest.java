package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.EndReason;
import pbx.api.call.Ending;
import pbx.api.presence.PresenceState;

/** Two extensions of one office: presence of the one with the other, and calls between them. */
class ColleagueTest {
    private static Office office;
    private static AccountId mine;
    private static AccountId bob;

    @BeforeAll
    static void open() throws Exception {
        office = new Office();
        mine = office.account("45");
        bob = office.account("44");
    }

    @AfterAll
    static void close() throws Exception {
        office.close();
    }

    @Test
    void theColleaguesStateIsSeen() throws Exception {
        office.awaitPresence(mine, "44", PresenceState.IDLE);
        Call call = office.dial(bob, "604");
        office.awaitPresence(mine, "44", PresenceState.RINGING);
        Call cancelled = Office.get(office.calls().hangUp(call.id()));
        assertEquals(EndReason.CANCELLED, cancelled.ending().orElseThrow().reason());
        office.awaitPresence(mine, "44", PresenceState.IDLE);
        Call talking = office.talk(bob, "601");
        office.awaitPresence(mine, "44", PresenceState.TALKING);
        Office.get(office.calls().hangUp(talking.id()));
        office.awaitPresence(mine, "44", PresenceState.IDLE);
    }

    @Test
    void doNotDisturbIsShown() throws Exception {
        assertEquals(true, Office.get(office.presences().dnd(bob, true)).dnd());
        office.presences.await("44 on DND as 45 sees it", change -> change.after()
                .filter(p -> p.seenBy().equals(mine) && p.number().equals("44") && p.dnd())
                .isPresent());
        assertEquals(false, Office.get(office.presences().dnd(bob, false)).dnd());
    }

    @Test
    void theyTalkToEachOther() throws Exception {
        Call out = office.dial(bob, "45");
        Call in = office.ringing(mine);
        assertEquals("44", in.remote().number());
        assertEquals(
                CallState.ACTIVE, Office.get(office.calls().answer(in.id())).state());
        office.await(out, CallState.ACTIVE);
        try (Ear mineHears = office.ear(in);
                Ear bobHears = office.ear(out);
                var mineSays = office.say(in, new Tone(500));
                var bobSays = office.say(out, new Tone(700))) {
            mineHears.hear(sound -> sound.is(700));
            bobHears.hear(sound -> sound.is(500));
        }
        Office.get(office.calls().hangUp(in.id()));
        Call ended = office.await(out, CallState.ENDED);
        assertEquals(Ending.By.THERE, ended.ending().orElseThrow().by());
    }

    @Test
    void aDeclinedCallSaysSoOnBothSides() throws Exception {
        Call out = office.dial(bob, "45");
        Call in = office.ringing(mine);
        Call declined = Office.get(office.calls().reject(in.id()));
        assertEquals(EndReason.DECLINED, declined.ending().orElseThrow().reason());
        assertEquals(
                EndReason.DECLINED,
                office.await(out, CallState.ENDED).ending().orElseThrow().reason());
    }

    @Test
    void aCallerWhoGivesUpIsMissed() throws Exception {
        Call out = office.dial(bob, "45");
        Call in = office.ringing(mine);
        Office.get(office.calls().hangUp(out.id()));
        Ending missed = office.await(in, CallState.ENDED).ending().orElseThrow();
        assertEquals(EndReason.CANCELLED, missed.reason());
        assertEquals(Ending.By.THERE, missed.by());
    }
}
