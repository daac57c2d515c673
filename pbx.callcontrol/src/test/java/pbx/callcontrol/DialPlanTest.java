package pbx.callcontrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.Dialable;
import pbx.callcontrol.Rules.Risk;

/** Numbers as people type them, as links give them, and what may be dialled of them. */
class DialPlanTest {
    private static final Home GERMANY = new Home("DE", Set.of("tenant.example", "pbx.example"));
    private static final Rules RULES = new Rules(
            Set.of("0112", "900"),
            List.of("0900", "+881", "9"),
            20,
            true,
            EnumSet.of(Risk.PREMIUM_RATE, Risk.SHARED_COST, Risk.FOREIGN));

    private final DialPlan plan = new DialPlan();

    private Dialable read(String text) {
        return plan.read(GERMANY, RULES, text);
    }

    private void assertFails(Reason reason, String text) {
        PbxException failure = assertThrows(PbxException.class, () -> read(text), text);
        assertEquals(reason, failure.reason(), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "45 | 45 | 45",
                "*72#50 | *72#50 | *72#50",
                "089 / 12 34-5678 | 08912345678 | 089 12345678",
                "+49 (0)89 / 12345678 | +498912345678 | 089 12345678",
                "0049 89 12345678 | 00498912345678 | 089 12345678",
                "+1 (650) 253-0000 | +16502530000 | +1 650-253-0000",
                "\u202a+49\u00a089\u201112345678\u202c | +498912345678 | 089 12345678",
                "\uff0b\uff14\uff19 89 12345678 | +498912345678 | 089 12345678",
                "\u0664\u0665 | 45 | 45",
                "tel:+49-89-12345678 | +498912345678 | 089 12345678",
                "TEL:+49%2089%2012345678 | +498912345678 | 089 12345678",
                "tel:089-12345678;phone-context=+49 | +4908912345678 | 089 12345678",
                "tel:45;ext=1;phone-context=tenant.example | 45 | 45",
                "callto://+498912345678 | +498912345678 | 089 12345678",
                "sip:45@tenant.example | 45 | 45",
                "sip:45@PBX.example:5061;transport=tls?subject=x | 45 | 45",
                "sips:+498912345678@elsewhere.example;user=phone | +498912345678 | 089 12345678"
            })
    void asPeopleWriteThem(String text, String number, String shown) {
        Dialable read = read(text);
        assertEquals(number, read.number());
        assertEquals(shown, read.shown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "bob",
                "++49",
                "4+9",
                "tel:",
                "sip:alice@tenant.example",
                "sip:@x",
                "tel:%",
                "tel:%zz",
                "javascript:1",
                "http://1",
                "45;rm",
                "45\u0000",
                "+*1",
                "tel:45@evil",
                "\ud83d\ude00"
            })
    void isNoNumber(String text) {
        assertFails(Reason.INVALID, text);
    }

    @Test
    void noNumberIsTooLongToBeRefused() {
        assertFails(Reason.INVALID, "1".repeat(65));
        assertFails(Reason.INVALID, "(".repeat(1_000_000));
        assertFails(Reason.INVALID, "tel:" + "%31".repeat(100));
        assertFails(Reason.INVALID, null);
    }

    @Test
    void starCodesAreForPeopleAndNotForLinks() {
        assertFalse(read("*21*0900#").link());
        for (String link : List.of("tel:*21*50%23", "tel:%2A72", "sip:*87@pbx.example", "callto:45#")) {
            assertFails(Reason.DENIED, link);
        }
    }

    @Test
    void anAddressAtAnotherPbxIsNotOurNumber() {
        assertFails(Reason.DENIED, "sip:45@evil.example");
        assertTrue(read("sip:45@pbx.example").link());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0900 1 234567",
                "+49 900 1 234567",
                "0049-900-1234567",
                "tel:+499001234567",
                "+881 6 12345",
                "91"
            })
    void deniedHoweverItIsWritten(String text) {
        assertFails(Reason.DENIED, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"112", "110", "0112", "900", "tel:112", "tel:900", "sip:112@evil.example"})
    void emergencyNumbersAreNeverKept(String text) {
        Dialable read = read(text);
        assertTrue(read.emergency());
        assertTrue(read.confirm().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "tel:+4918012345678, false", // no shared cost: an unassigned form, but with the country's code and so asked
        // about
        "tel:0180 5 123456, false",
        "tel:+16502530000, false",
        "tel:1234567890123, false",
        "tel:+498912345678, true",
        "tel:08912345678, true",
        "tel:45, true",
        "+16502530000, true",
        "sip:45@tenant.example, true"
    })
    void linksThatMayCostAreAskedAbout(String text, boolean free) {
        assertEquals(free, read(text).confirm().isEmpty(), () -> text + ": " + read(text));
    }

    @Test
    void everyLinkMayBeAskedAbout() {
        Rules every = new Rules(Set.of(), List.of(), 1, true, EnumSet.of(Risk.EVERY));
        assertTrue(plan.read(GERMANY, every, "tel:45").confirm().isPresent());
        assertTrue(plan.read(GERMANY, every, "45").confirm().isEmpty());
    }

    @Test
    void withoutACountryNumbersAreTakenAsTheyAre() {
        assertEquals("08912345678", plan.shown("", "08912345678"));
        assertEquals("+49 89 12345678", plan.shown("", "+498912345678"));
        assertTrue(
                plan.read(Home.NOWHERE, RULES, "tel:08912345678").confirm().isPresent(), "where it leads is not known");
        assertTrue(plan.read(Home.NOWHERE, RULES, "tel:45").confirm().isEmpty());
    }

    @Test
    void whatIsNoCountryHarmsNobody() {
        FakeConnection connection = new FakeConnection();
        connection.country = "atlantis";
        assertEquals("", Home.of(connection.status()).country());
        connection.country = " de";
        assertEquals("DE", Home.of(connection.status()).country());
        assertEquals("", plan.shown("DE", ""));
        assertEquals("anonymous <b>", plan.shown("DE", "anonymous <b>"));
    }
}
