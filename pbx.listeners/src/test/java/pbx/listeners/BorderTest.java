package pbx.listeners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import pbx.api.PbxException;
import pbx.api.plugin.Admission;
import pbx.api.plugin.Use;

class BorderTest {
    private final Border border = new Border();

    @Test
    void everythingIsAdmittedUntilSomebodyDecides() {
        assertTrue(border.admits("plugin", Use.CONTROL));
        border.check("plugin", Use.CONTROL);
    }

    @Test
    void whatIsDeniedIsAnErrorThatSaysWhatToDo() {
        border.set((bundle, use) -> !bundle.equals("plugin"));
        PbxException denied = assertThrows(PbxException.class, () -> border.check("plugin", Use.CONTROL));
        assertEquals(PbxException.Reason.DENIED, denied.reason());
        assertTrue(denied.getMessage().contains("pbx:allow plugin CONTROL"));
        border.check("other", Use.CONTROL);
    }

    @Test
    void onlyTheSameAdmissionIsForgotten() {
        Admission first = (bundle, use) -> false;
        Admission second = (bundle, use) -> false;
        border.set(first);
        border.set(second);
        border.unset(first);
        assertFalse(border.admits("plugin", Use.CALLS));
        border.unset(second);
        assertTrue(border.admits("plugin", Use.CALLS));
    }
}
