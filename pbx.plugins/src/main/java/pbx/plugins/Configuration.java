package pbx.plugins;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator may set, as PID {@code pbx.plugins}. */
@ObjectClassDefinition(
        name = "PBX plugins",
        description = "The deploy folder: a jar that is put there is started, one that changes is updated, one that is "
                + "taken away is stopped.")
@interface Configuration {
    @AttributeDefinition(
            name = "Folder",
            description =
                    "The deploy folder, relative to the platform's home directory. Whoever may write there may run "
                            + "code in the platform.")
    String folder() default "plugins";

    @AttributeDefinition(
            name = "Interval",
            description =
                    "Milliseconds between two looks into the folder. A jar is taken when it has not changed between "
                            + "two looks.",
            min = "20",
            max = "60000")
    int interval() default 250;

    @AttributeDefinition(
            name = "Own folder",
            description =
                    "Where replaced versions and decisions are kept; the audit log is beside it. Read when the bundle starts.")
    String data() default "data/plugins";

    @AttributeDefinition(
            name = "Signed only",
            description =
                    "Only plugins that are signed by a certificate that the trust file vouches for are run. Nothing "
                            + "else that is installed from now on, on whatever road, is run either.")
    boolean signed() default false;

    @AttributeDefinition(
            name = "Trust file",
            description =
                    "Certificates of those whose plugins may run, or of the authorities that vouch for them: a PEM "
                            + "file or a PKCS12 store.")
    String trust() default "";

    @AttributeDefinition(
            name = "Password of the trust file",
            description = "For a PKCS12 store.",
            type = AttributeType.PASSWORD)
    String _trustPassword() default "";

    @AttributeDefinition(
            name = "Denied",
            description =
                    "What plugins may not use: one \"NAME USE\" each, for example \"calllog CONTROL\"; * for every "
                            + "plugin. Uses are PRESENCE, CALLS, CONTROL, AUDIO, CONNECTION, MESSAGES, ADMINISTRATION. What was "
                            + "said by pbx:allow and pbx:deny goes before it.")
    String[] denied() default {};

    @AttributeDefinition(
            name = "Cores",
            description = "A plugin that keeps more than this share of a processor core busy for more than a second is "
                    + "quarantined; on a machine that is wholly busy, a quarter of it if that is most of what the platform "
                    + "gets. 0 never.")
    double cores() default 0.6;

    @AttributeDefinition(
            name = "Allocation",
            description = "A plugin that allocates more than so many megabytes a second for more than a second is "
                    + "quarantined. 0 never.",
            min = "0")
    int megabytes() default 400;

    @AttributeDefinition(
            name = "Start within",
            description = "Seconds that a plugin may take to start or stop. Others wait meanwhile.",
            min = "1",
            max = "600")
    int startSeconds() default 10;

    @AttributeDefinition(
            name = "Probation",
            description = "Seconds within which a new version that is not well is rolled back by itself.",
            min = "0",
            max = "3600")
    int probationSeconds() default 30;
}
