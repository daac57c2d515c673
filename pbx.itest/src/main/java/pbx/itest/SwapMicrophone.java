package pbx.itest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import pbx.webrtc.AudioEngine;
import pbx.webrtc.AudioEngine.PcmSource;

/**
 * Stands before the engine as a microphone that speaks a code: where pbx.media plugs its own in, the code is said, and where it
 * plugs it out, nothing is. So the far end hears for how long the microphone was away; what a real device takes to open comes on
 * top.
 */
final class SwapMicrophone implements AutoCloseable {
    private final ServiceRegistration<AudioEngine> registration;

    SwapMicrophone(AudioEngine engine) {
        BundleContext context = FrameworkUtil.getBundle(SwapMicrophone.class).getBundleContext();
        registration = context.registerService(
                AudioEngine.class, before(engine), FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, 100)));
    }

    /** The engine as whoever plugs a microphone in shall see it. */
    static AudioEngine before(AudioEngine engine) {
        SwapCode code = new SwapCode(SwapCode.HERE);
        return (AudioEngine) Proxy.newProxyInstance(
                SwapMicrophone.class.getClassLoader(),
                new Class<?>[] {AudioEngine.class},
                (proxy, method, arguments) -> call(engine, code, method, arguments));
    }

    private static Object call(AudioEngine engine, SwapCode code, Method method, Object[] arguments) throws Throwable {
        try {
            if (method.getName().equals("source") && arguments[0].equals("media")) {
                PcmSource device = (PcmSource) arguments[2];
                PcmSource spoken = frame -> {
                    device.fill(frame);
                    code.fill(frame);
                };
                return engine.source((String) arguments[0], (String) arguments[1], spoken);
            }
            return method.invoke(engine, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Whoever uses it must be restarted: the reference to the engine is a static one. */
    @Override
    public void close() {
        registration.unregister();
    }
}
