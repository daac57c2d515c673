package pbx.console.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.settings.Secret;

/**
 * A second door of the web server, for other machines: TLS alone. The first one, plain, stays on the loopback address. It
 * exists while there is a configuration for it.
 */
@Component(configurationPid = TlsListener.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = TlsConfig.class)
public final class TlsListener implements ConnectorFactory {
    static final String PID = "pbx.console.tls";
    private static final Logger LOG = LoggerFactory.getLogger(TlsListener.class);
    private static final Path FOLDER = Path.of("data", "console");
    private static final int IDLE_MS = 60_000;

    private final TlsConfig config;
    private final KeyFile key;

    /** Logged here: what the component runtime says of a failed constructor goes where no administrator looks. */
    @Activate
    public TlsListener(TlsConfig config) throws IOException, GeneralSecurityException, InterruptedException {
        this.config = config;
        try {
            boolean own = config.keystore().isBlank();
            key = own
                    ? new OwnCertificate(FOLDER).ensure(List.of(config.names()))
                    : new KeyFile(Path.of(config.keystore()), Secret.reveal(config._password()));
            LOG.warn(
                    "web console: also for other machines, https on {}; certificate SHA-256 {}",
                    where(),
                    key.fingerprint());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException problem) {
            LOG.error("web console: not for other machines, its key store cannot be used ({})", problem.getMessage());
            throw problem;
        }
    }

    private String where() {
        return config.address() + ":" + config.port();
    }

    @Override
    public Connector createConnector(Server server) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStorePath(key.path().toAbsolutePath().toString());
        tls.setKeyStoreType("PKCS12");
        tls.setKeyStorePassword(key.password());
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // people come by whatever name or address their network has for this machine; the certificate is the browser's
        // care
        http.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector = new ServerConnector(
                server,
                new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
                new HttpConnectionFactory(http));
        connector.setHost(config.address());
        connector.setPort(config.port());
        connector.setIdleTimeout(IDLE_MS);
        return connector;
    }
}
