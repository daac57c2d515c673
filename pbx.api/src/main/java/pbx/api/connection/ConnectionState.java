package pbx.api.connection;

/** How an account's connection stands. */
public enum ConnectionState {
    /** No connection; the provider is trying, and goes on trying. */
    CONNECTING,
    /** The socket is open; the PBX has not confirmed the registration yet. */
    CONNECTED,
    /** The PBX offers incoming calls here. */
    REGISTERED,
    /** The PBX refused the credentials. Tried again slowly, and at once when the configuration changes. */
    REFUSED,
    /** The account is gone, or its provider is stopping. Told last. */
    CLOSED;

    /** Whether messages can be sent. */
    public boolean open() {
        return this == CONNECTED || this == REGISTERED;
    }
}
