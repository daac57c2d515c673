package pbx.webrtc.engine;

import java.util.Objects;

/** The name of a session: no two owners share one. */
record Key(String owner, String id) {
    Key {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(id, "id");
    }

    @Override
    public String toString() {
        return owner + "/" + id;
    }
}
