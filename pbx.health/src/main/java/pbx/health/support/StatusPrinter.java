package pbx.health.support;

import java.io.PrintWriter;
import org.apache.felix.inventory.Format;
import org.apache.felix.inventory.InventoryPrinter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pbx.health.check.Checks;
import pbx.health.check.Report;
import pbx.health.check.Tags;

/** The health checks among the Web Console's status pages. */
@Component(
        property = {
            InventoryPrinter.NAME + "=pbx-health",
            InventoryPrinter.TITLE + "=PBX health",
            InventoryPrinter.FORMAT + "=TEXT",
            InventoryPrinter.FORMAT + "=JSON"
        })
public final class StatusPrinter implements InventoryPrinter {
    private final Checks checks;

    @Activate
    public StatusPrinter(@Reference Checks checks) {
        this.checks = checks;
    }

    @Override
    public void print(PrintWriter out, Format format, boolean zip) {
        Report report = checks.run(Tags.HEALTH);
        out.print(Format.JSON.equals(format) ? report.json() : report.text());
    }
}
