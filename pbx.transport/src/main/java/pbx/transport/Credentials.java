package pbx.transport;

import java.net.URI;
import java.util.List;

/** How an account proves who it is. */
sealed interface Credentials {
    /** The extension's own password. */
    record Password(String password) implements Credentials {
        @Override
        public String toString() {
            return "a password";
        }
    }

    /** Somebody who gives third-party tokens over HTTP. */
    record Broker(URI url, String secret) implements Credentials {
        @Override
        public String toString() {
            return "a token from " + url.getHost();
        }
    }

    /** A program that prints third-party tokens. */
    record Command(List<String> words) implements Credentials {
        @Override
        public String toString() {
            return "a token from " + words.get(0);
        }
    }

    /** The system administrator's, with which tokens are made: server nodes only. */
    record Admin(String name, String password) implements Credentials {
        @Override
        public String toString() {
            return "a token made by " + name;
        }
    }
}
