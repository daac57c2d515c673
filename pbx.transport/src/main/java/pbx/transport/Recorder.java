package pbx.transport;

import java.util.Map;

/** Keeps what is said with a PBX. From any thread; never blocks, never fails: a recording must not harm what it records. */
interface Recorder extends AutoCloseable {
    Recorder NONE = new Recorder() {};

    /** As the account says; {@link #NONE} for a replayed one. */
    static Recorder of(Account account) {
        return account.recording() == Account.Recording.OFF
                        || account.replayed()
                        || account.fault().isPresent()
                ? NONE
                : FileRecorder.in(RecordingFile.FOLDER, account);
    }

    default void opened() {}

    default void received(Map<String, Object> fields) {}

    default void sent(Map<String, Object> fields) {}

    default void closed(int code, String reason) {}

    @Override
    default void close() {}
}
