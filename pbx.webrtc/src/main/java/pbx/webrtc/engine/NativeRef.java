package pbx.webrtc.engine;

import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.internal.NativeObject;
import dev.onvoid.webrtc.internal.RefCountedObject;
import java.lang.reflect.Field;

/**
 * Frees what webrtc-java 0.14.0 leaves behind: of a closed peer connection the native object and, with a factory each, two
 * threads; of its sender, its track and its source the reference that came with the Java object. Later versions do it
 * themselves, where this would free it twice: a test pins the version.
 */
final class NativeRef extends RefCountedObject {
    private static final Field HANDLE = handle();

    private NativeRef() {}

    static void closeAndRelease(RTCPeerConnection connection) {
        long handle = handle(connection);
        connection.close();
        release(handle);
    }

    /** Gives back a reference that is the Java object's own. It MUST NOT be used any more, nor given back twice. */
    static void release(NativeObject object) {
        release(handle(object));
    }

    private static long handle(NativeObject object) {
        try {
            return HANDLE.getLong(object);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void release(long handle) {
        if (handle == 0) {
            return;
        }
        try {
            NativeRef reference = new NativeRef();
            HANDLE.setLong(reference, handle);
            reference.release();
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Field handle() {
        try {
            Field field = NativeObject.class.getDeclaredField("nativeHandle");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException otherVersion) {
            throw new ExceptionInInitializerError(otherVersion);
        }
    }
}
