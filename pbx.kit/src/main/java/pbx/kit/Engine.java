package pbx.kit;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import pbx.simulator.exchange.Silence;
import pbx.webrtc.AudioEngine;
import pbx.webrtc.engine.Start;

/** The audio engine outside a framework. */
record Engine(AudioEngine audio, Runnable end) {

    static Engine silent() {
        return new Engine(new Silence(), () -> {});
    }

    /** The engine starts as the launcher starts it; what it registers is taken from the place of a framework. */
    static Engine real() {
        AtomicReference<AudioEngine> registered = new AtomicReference<>();
        BundleContext place = proxy(BundleContext.class, arguments -> {
            if (arguments[1] instanceof AudioEngine audio) { // the devices are of no use here
                registered.set(audio);
            }
            return proxy(ServiceRegistration.class, nothing -> null);
        });
        Start start = new Start();
        start.start(place);
        return new Engine(registered.get(), () -> start.stop(place));
    }

    void close() {
        end.run();
    }

    private static <T> T proxy(Class<T> type, Function<Object[], Object> does) {
        Object proxy = Proxy.newProxyInstance(
                Engine.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> does.apply(arguments));
        return type.cast(proxy);
    }
}
