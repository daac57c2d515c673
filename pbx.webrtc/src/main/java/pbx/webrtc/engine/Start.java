package pbx.webrtc.engine;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import pbx.webrtc.AudioDevices;
import pbx.webrtc.AudioEngine;
import pbx.webrtc.device.NativeDevices;

/** Called by the launcher with the system bundle's context: the engine is part of the launcher, not a bundle. */
public final class Start implements BundleActivator {
    /** Read by the launcher. The library loads while bundles are installed, and who needs the engine need not wait for all the others. */
    public static final String IMMEDIATE = "AFTER_FRAMEWORK_INIT";

    private StandaloneEngine standalone;
    private ServiceRegistration<AudioEngine> registration;
    private ServiceRegistration<AudioDevices> devices;

    @Override
    public void start(BundleContext context) {
        standalone = new StandaloneEngine();
        registration = context.registerService(AudioEngine.class, standalone.engine(), null);
        devices = context.registerService(AudioDevices.class, new NativeDevices(null), null);
    }

    @Override
    public void stop(BundleContext context) {
        try {
            devices.unregister();
            registration.unregister();
        } catch (IllegalStateException alreadyGone) {
            // the framework unregisters all services of the system bundle by itself
        } finally {
            standalone.close();
        }
    }
}
