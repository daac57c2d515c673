package pbx.webrtc.engine;

import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.internal.NativeObject;
import dev.onvoid.webrtc.internal.RefCountedObject;
import java.lang.reflect.Field;

/**
 * Frees what webrtc-java 0.14.0 leaves behind when a peer connection is closed: the native object and, with a factory each, two
 * threads. Later versions do it themselves, where this would free it twice: a test pins the version.
 */
final class NativeRef extends RefCountedObject {
    private static final Field HANDLE = handle();

    private NativeRef() {}

    static void closeAndRelease(RTCPeerConnection connection) {
        try {
            long handle = HANDLE.getLong(connection);
            connection.close();
            if (handle != 0) {
                NativeRef reference = new NativeRef();
                HANDLE.setLong(reference, handle);
                reference.release();
            }
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
