package pbx.simulator;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

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
                            + "in the log; the PBX tries again when this configuration is changed.",
            min = "-1",
            max = "65535")
    int httpPort() default 8089;

    @AttributeDefinition(
            name = "HTTPS port",
            description =
                    "Port for https and wss. 0 takes any free port, -1 switches it off. The certificate is made at the "
                            + "first start and lies in the data directory as certificate.pem.",
            min = "-1",
            max = "65535")
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
            name = "Other tenants",
            description =
                    "Further domains with their extensions, e.g. second.example=70-79. Changing them ends all calls.",
            required = false)
    String[] otherTenants() default {};

    @AttributeDefinition(
            name = "Audio",
            description =
                    "Whether calls carry sound. Without it only the signalling is done, for thousands of extensions. "
                            + "Changing it ends all calls.")
    boolean audio() default true;

    @AttributeDefinition(
            name = "Dialect",
            description =
                    "legacy: it answers a client's offer, as version 67 does. modern: it sends an offer of its own, as 70.1 "
                            + "does. Calls that are up go on.",
            options = {@Option("legacy"), @Option("modern")})
    String dialect() default "legacy";

    @AttributeDefinition(
            name = "Version",
            description = "The version that it claims in the Server header, by which clients choose their dialect. "
                    + "Empty: the one of the dialect, 67.0.5 or 70.1.",
            required = false)
    String version() default "";

    @AttributeDefinition(
            name = "Demo office",
            description = "Whether people sit at the demo extensions: they come, ring each other, talk, go to lunch.")
    boolean demo() default false;

    @AttributeDefinition(name = "Demo extensions", description = "Where the people of the demo office sit.")
    String demoExtensions() default "46-59";

    @AttributeDefinition(
            name = "Demo caller",
            description = "The extension which people of the demo office ring now and then; empty for none.",
            required = false)
    String demoRings() default "";

    @AttributeDefinition(name = "Demo seed", description = "The same number makes the same day in the office.")
    long demoSeed() default 1;

    @AttributeDefinition(
            name = "Control",
            description = "Whether /control on its ports takes scenarios and faults, see CONTROL.md. Keep it off where "
                    + "others can log in to this machine.")
    boolean control() default false;

    @AttributeDefinition(
            name = "Control token",
            description =
                    "What /control wants to be shown. Empty: a new one at each start, in the file control.token in "
                            + "the data directory.",
            type = AttributeType.PASSWORD,
            required = false)
    String _controlToken();

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
