package pbx.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import pbx.api.call.CallListener;
import pbx.api.call.CallState;
import pbx.api.call.Calls;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionState;
import pbx.api.status.Readiness;

/**
 * Started by {@link LaunchTest} in a JVM of its own: a real framework with SCR and this bundle, started and ended the way
 * bnd's launcher does it. The API's packages come from the class path, so that the services here can be fakes.
 */
final class LaunchedPlatform {
    private static final String PACKAGES = "org.slf4j;version=2.0.17,pbx.api;version=1.0.0,pbx.api.call;version=1.0.0,"
            + "pbx.api.connection;version=1.0.0,pbx.api.history;version=1.0.0,pbx.api.media;version=1.0.0,pbx.api.plugin;version=1.0.0,pbx.api.view;version=1.0.0,"
            + "pbx.api.presence;version=1.0.0,pbx.api.status;version=1.0.0";

    private LaunchedPlatform() {}

    /** @param arguments the framework's storage, then the bundles */
    public static void main(String[] arguments) throws Exception {
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage",
                        arguments[0],
                        "org.osgi.framework.system.packages.extra",
                        PACKAGES));
        framework.start();
        BundleContext context = framework.getBundleContext();
        services(context);
        for (String bundle : List.of(arguments).subList(1, arguments.length)) {
            context.installBundle("reference:" + Path.of(bundle).toUri());
        }
        for (Bundle bundle : context.getBundles()) {
            bundle.start();
        }
        // all: our classes are on the class path too, so the framework thinks that the listener is not for us
        for (ServiceReference<?> found : context.getAllServiceReferences(CallListener.class.getName(), null)) {
            CallListener listener = (CallListener) context.getService(found);
            listener.callChanged(Fakes.change(Fakes.call("c1", CallState.ACTIVE)));
        }
        framework.waitForStop(0);
        System.exit(0); // the launcher's own idea of the exit status
    }

    private static void services(BundleContext context) {
        FakeCalls calls = new FakeCalls();
        calls.calls.add(Fakes.call("c1", CallState.ACTIVE));
        context.registerService(Calls.class, calls, null);
        context.registerService(
                Connection.class, new FakeConnection(Fakes.account("demo", "45", ConnectionState.REGISTERED)), null);
        for (String part : List.of("console", "account", "softphone")) {
            Readiness readiness = () -> CompletableFuture.completedFuture(part + " up");
            context.registerService(
                    Readiness.class, readiness, FrameworkUtil.asDictionary(Map.of(Readiness.PART, part)));
        }
    }
}
