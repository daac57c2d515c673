package pbx.health.support;

import java.io.PrintWriter;
import org.apache.felix.inventory.Format;
import org.apache.felix.inventory.InventoryPrinter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the telephony stands, among the Web Console's status pages. */
@Component(
        property = {
            InventoryPrinter.NAME + "=pbx-state",
            InventoryPrinter.TITLE + "=PBX state",
            InventoryPrinter.FORMAT + "=TEXT"
        })
public final class StatePrinter implements InventoryPrinter {
    private final State state;

    @Activate
    public StatePrinter(@Reference State state) {
        this.state = state;
    }

    @Override
    public void print(PrintWriter out, Format format, boolean zip) {
        out.print(state.text());
    }
}
