package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pbx.api.AccountId;
import pbx.api.call.CallListener;
import pbx.api.call.Party;
import pbx.api.connection.ConnectionListener;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.api.presence.PresenceListener;
import pbx.api.presence.PresenceState;
import pbx.api.status.Readiness;

/** What the framework does on an update: the softphone's classes come from a loader of their own, which must be let go. */
@ExtendWith(Display.class)
class CollectedWindowTest {
    @Test
    void aReplacedSoftphoneIsCollected() throws Exception {
        ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
        WeakReference<ClassLoader> bundle = new WeakReference<>(useAndDrop(), collected);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (bundle.get() != null && System.nanoTime() < until) {
            System.gc();
            collected.remove(200);
        }
        if (bundle.get() != null) {
            HeapDump.write("target/leak.hprof");
        }
        assertTrue(bundle.get() == null, "the bundle's classes are still referenced, see target/leak.hprof");
    }

    private static ClassLoader useAndDrop() throws Exception {
        ClassLoader bundle = new Bundle(CollectedWindowTest.class.getClassLoader());
        Class<?> settings = bundle.loadClass(Settings.class.getName());
        Class<?> type = bundle.loadClass(Softphone.class.getName());
        Constructor<?> constructor = type.getConstructor(settings);
        Object phone = constructor.newInstance(Samples.settings(settings, true, "light", "de"));
        CompletionStage<String> ready = ((Readiness) phone).ready();
        assertEquals("softphone open", ready.toCompletableFuture().get(30, TimeUnit.SECONDS));
        ((PresenceListener) phone).presenceChanged(Samples.seen(Samples.person("40", "Ada", PresenceState.IDLE)));
        ((ConnectionListener) phone).connectionChanged(Samples.told(status("demo")));
        ((ConnectionListener) phone).connectionChanged(Samples.told(status("second")));
        ((CallListener) phone).callChanged(Samples.first(Samples.incoming("1", new Party("40", "Ada"))));
        OpenPhone.drawn();
        Driver.type("search", "a");
        assertTrue(Driver.shows("from"));
        Method deactivate = type.getDeclaredMethod("deactivate");
        deactivate.setAccessible(true);
        deactivate.invoke(phone);
        return bundle;
    }

    private static ConnectionStatus status(String account) {
        return Samples.status(new AccountId(account), "45", ConnectionState.REGISTERED, false, "");
    }

    /** Defines the softphone's classes itself and takes everything else from the tests' loader. */
    private static final class Bundle extends ClassLoader {
        Bundle(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("pbx.ui.swing.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? define(name) : known;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] code = in.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
