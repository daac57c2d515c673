package pbx.ui.swing;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import javax.swing.ImageIcon;
import javax.swing.ToolTipManager;

/**
 * Before Java 24 each Swing component and timer remembers whose code was running when it was made ({@code
 * AccessController.getContext()}). What Swing makes once and keeps for ever would so keep the first bundle that used it: it is
 * made here by a thread of the JDK that runs nothing but the JDK.
 */
final class Unseen {
    private Unseen() {}

    static void makeSingletons() {
        try {
            MethodHandles.Lookup jdk = MethodHandles.publicLookup();
            make(jdk.findStatic(ToolTipManager.class, "sharedInstance", MethodType.methodType(ToolTipManager.class)));
            // The first icon of an image makes the tracker of all of them.
            MethodHandle icon = jdk.findConstructor(ImageIcon.class, MethodType.methodType(void.class, Image.class));
            make(MethodHandles.insertArguments(icon, 0, new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB)));
        } catch (ReflectiveOperationException | ExecutionException e) {
            throw new IllegalStateException("this JDK makes no tool tips or icons", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void make(MethodHandle maker) throws ExecutionException, InterruptedException {
        Runnable task = MethodHandleProxies.asInterfaceInstance(
                Runnable.class, maker.asType(MethodType.methodType(void.class)));
        // Not submit(): its join may run the task right here.
        FutureTask<?> made = new FutureTask<>(task, null);
        ForkJoinPool.commonPool().execute(made);
        made.get();
    }

    /**
     * Of all records the JDK remembers the one whose {@code equals} was linked last, which may be one of this bundle's: from now
     * on that is one of its own classes (JDK 17, {@code ObjectMethods.OBJECT_EQ}).
     */
    static void forgetRecords() {
        try {
            ObjectMethods.bootstrap(MethodHandles.publicLookup(), "equals", MethodHandle.class, String.class, "");
        } catch (Throwable e) {
            throw new IllegalStateException("this JDK links no records", e);
        }
    }
}
