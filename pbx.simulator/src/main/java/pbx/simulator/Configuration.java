package pbx.simulator;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator sets. */
@ObjectClassDefinition(
        id = "pbx.simulator",
        name = "Embedded PBX",
        description =
                "A small PBX inside the platform, for a first start, for tests and for writing plugins. It runs as long as "
                        + "this configuration exists. Numbers: 600 echo, 601 tone, 602 busy, 603 declines, 604 rings for ever, "
                        + "605 answers and hangs up after 3 seconds.")
public @interface Configuration {

    @AttributeDefinition(
            name = "Host",
            description = "The address on which it listens. Keep 127.0.0.1: its passwords are known to everybody.")
    String host() default "127.0.0.1";

    @AttributeDefinition(
            name = "HTTP port",
            description =
                    "Port for http and ws. 0 takes any free port, -1 switches it off. A port that is in use is reported "
                            + "in the log; the PBX tries again when this configuration is changed.")
    int httpPort() default 8089;

    @AttributeDefinition(
            name = "HTTPS port",
            description =
                    "Port for https and wss. 0 takes any free port, -1 switches it off. The certificate is made at the "
                            + "first start and lies in the data directory as certificate.pem.")
    int httpsPort() default 8449;

    @AttributeDefinition(name = "Tenant", description = "The domain of its extensions. Changing it ends all calls.")
    String tenant() default "localhost";

    @AttributeDefinition(
            name = "Extensions",
            description = "Its extensions, e.g. 40-59 or 40-49,55. Changing them ends all calls.")
    String extensions() default "40-59";

    @AttributeDefinition(
            name = "Password",
            description = "The password of every extension. Without one no extension can log in.",
            type = AttributeType.PASSWORD,
            required = false)
    String _password();

    @AttributeDefinition(
            name = "Administrator",
            description = "The name with which third parties ask for login tokens.")
    String admin() default "admin";

    @AttributeDefinition(
            name = "Administrator's password",
            description = "Without one no login tokens are given.",
            type = AttributeType.PASSWORD,
            required = false)
    String _adminPassword();

    @AttributeDefinition(
            name = "Version",
            description =
                    "The version that it claims in the Server header. Clients choose their dialect by it: below 69 the "
                            + "PBX answers a client's offer, which is what this PBX does.")
    String version() default "67.0.5";

    @AttributeDefinition(
            name = "Data directory",
            description = "Where it keeps its certificate and writes the ports on which it listens (ports.properties).")
    String directory() default "data/simulator";

    @AttributeDefinition(
            name = "Idle time",
            description = "A socket on which nothing happened for so many seconds is closed.",
            min = "1")
    int idleSeconds() default 90;

    @AttributeDefinition(
            name = "Session time",
            description = "A login that was not used for so many seconds has to be made again.",
            min = "1")
    int sessionSeconds() default 3600;
}
