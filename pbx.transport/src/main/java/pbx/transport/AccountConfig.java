package pbx.transport;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * One account: one extension on one PBX. Factory PID {@value #PID}; the file is {@code conf/pbx.account-NAME.cfg}. Its texts are in
 * {@code OSGI-INF/l10n}, so that every face shows them in its reader's language.
 */
@ObjectClassDefinition(localization = "OSGI-INF/l10n/account", name = "%name", description = "%description")
public @interface AccountConfig {
    String PID = "pbx.account";

    @AttributeDefinition(name = "%server", description = "%server.description")
    String server();

    @AttributeDefinition(name = "%tenant", description = "%tenant.description")
    String tenant();

    @AttributeDefinition(name = "%extension", description = "%extension.description")
    String extension();

    @AttributeDefinition(name = "%_password", type = AttributeType.PASSWORD, description = "%_password.description")
    String _password() default "";

    @AttributeDefinition(name = "%token_url", description = "%token_url.description")
    String token_url() default "";

    @AttributeDefinition(
            name = "%_tokenSecret",
            type = AttributeType.PASSWORD,
            description = "%_tokenSecret.description")
    String _tokenSecret() default "";

    @AttributeDefinition(name = "%token_command", description = "%token_command.description")
    String token_command() default "";

    @AttributeDefinition(name = "%node", description = "%node.description")
    boolean node() default false;

    @AttributeDefinition(name = "%admin", description = "%admin.description")
    String admin() default "";

    @AttributeDefinition(
            name = "%_adminPassword",
            type = AttributeType.PASSWORD,
            description = "%_adminPassword.description")
    String _adminPassword() default "";

    @AttributeDefinition(name = "%trust", description = "%trust.description")
    String trust() default "";

    @AttributeDefinition(name = "%pin", description = "%pin.description")
    String pin() default "";

    @AttributeDefinition(name = "%insecure", description = "%insecure.description")
    boolean insecure() default false;

    @AttributeDefinition(
            name = "%dialect",
            description = "%dialect.description",
            options = {
                @Option(label = "%dialect.auto", value = "auto"),
                @Option(label = "%dialect.legacy", value = "legacy"),
                @Option(label = "%dialect.modern", value = "modern")
            })
    String dialect() default "auto";

    @AttributeDefinition(name = "%country", description = "%country.description")
    String country() default "";

    @AttributeDefinition(
            name = "%record",
            description = "%record.description",
            options = {
                @Option(label = "%record.off", value = "off"),
                @Option(label = "%record.masked", value = "masked"),
                @Option(label = "%record.full", value = "full")
            })
    String record() default "off";

    @AttributeDefinition(name = "%useragent", description = "%useragent.description")
    String useragent() default "pbx-platform";

    @AttributeDefinition(
            name = "%webconsole_configurationFactory_nameHint",
            description = "%webconsole_configurationFactory_nameHint.description")
    String webconsole_configurationFactory_nameHint() default "{extension}@{tenant} on {server}";
}
