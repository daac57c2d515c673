package hello;

import java.time.Instant;
import org.osgi.service.component.annotations.Component;
import org.slf4j.LoggerFactory;
import pbx.api.call.*;

/** Logs one line for every call that has ended. Strangers choose their names, so nothing in them may forge a line. */
@Component
public class Hello implements CallListener {
    @Override
    public void callChanged(CallChange change) {
        Call c = change.after();
        c.ending().ifPresent(end -> {
            long talked = c.talked(Instant.now()).toSeconds();
            String line = c.direction() + " " + c.remote().label() + " " + talked + " s: " + end.text();
            LoggerFactory.getLogger("hello").info(line.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?"));
        });
    }
}
