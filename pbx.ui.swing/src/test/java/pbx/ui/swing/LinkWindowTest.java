package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.Dialable;
import pbx.api.call.Numbers;

/** A link was followed, or a number came from the command line: the policy says whether the user is asked. */
@ExtendWith(Display.class)
class LinkWindowTest {
    @Test
    void aLinkThatMayCostIsOfferedAndDialledWithOnePress() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true)) {
            open.phone.use(new Policy());
            assertEquals("the softphone asks whether to call 0900 123", dial(open, "tel:0900123"));
            Driver.await("notice");
            assertTrue(open.calls.unasked());
            assertEquals("0900123", Driver.onEdt(() -> Driver.get(JTextField.class, "number")
                    .getText()));
            Driver.key("number", "ENTER");
            assertEquals("dial demo 0900123", open.calls.asked());
        }
    }

    @Test
    void aTypedNumberIsDialledAndAStarCodeOfALinkIsNot() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true)) {
            assertEquals(Reason.STOPPED, refusal(open, "601"));
            open.phone.use(new Policy());
            assertEquals("calling 601", dial(open, "601"));
            assertEquals("dial demo 601", open.calls.asked());
            assertEquals(Reason.DENIED, refusal(open, "tel:*85"));
            assertTrue(open.calls.unasked());
        }
    }

    private static String dial(OpenPhone open, String text) throws Exception {
        return open.phone.dial(text).toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static Reason refusal(OpenPhone open, String text) {
        ExecutionException e = assertThrows(ExecutionException.class, () -> dial(open, text));
        return assertInstanceOf(PbxException.class, e.getCause()).reason();
    }

    /** As call control reads numbers, in short. */
    private static final class Policy implements Numbers {
        @Override
        public Dialable read(AccountId from, String text) {
            boolean link = text.startsWith("tel:");
            String number = text.replace("tel:", "");
            if (link && number.startsWith("*")) {
                throw new PbxException(Reason.DENIED, "a link may not dial a star code");
            }
            Optional<String> confirm = link ? Optional.of("the call may cost much") : Optional.empty();
            return new Dialable(number, shown(from, number), link, false, confirm);
        }

        @Override
        public String shown(AccountId account, String number) {
            return number.replace("0900", "0900 ");
        }
    }
}
