package pbx.plugins;

import java.time.Clock;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import pbx.audit.AuditFile;

/** What the deployer is made of. */
record Parts(
        Deployments deployments,
        Previous previous,
        Permissions permissions,
        Vetting vetting,
        Approvals approvals,
        Bundles bundles,
        Own own,
        AuditFile audit) {

    /** @param foreign is told each bundle that was refused because it came by another road */
    static Parts of(BundleContext context, Settings settings, Consumer<Bundle> foreign) {
        Own own = new Own(context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION), settings.start());
        Approvals approvals = new Approvals(foreign);
        Bundles bundles = new Bundles(context, own, approvals::approve);
        AuditFile audit = new AuditFile(settings.data().resolveSibling("audit.log"), Clock.systemUTC());
        Previous previous = new Previous(settings.data());
        Permissions permissions = new Permissions(
                settings.data(), settings.denials(), name -> bundles.find(name).isPresent());
        Vetting vetting = new Vetting(settings.trust(), permissions);
        Deployments deployments = new Deployments(
                bundles, new PrivateCopies(context.getDataFile("copies").toPath()), previous, vetting, audit);
        return new Parts(deployments, previous, permissions, vetting, approvals, bundles, own, audit);
    }
}
