package pbx.transport;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** One account: one extension on one PBX. Factory PID {@value #PID}; the file is {@code conf/pbx.account-NAME.cfg}. */
@ObjectClassDefinition(
        name = "PBX account",
        description = "One extension on one Vodia PBX. Changes take effect at once; calls of other accounts go on.")
public @interface AccountConfig {
    String PID = "pbx.account";

    @AttributeDefinition(
            name = "Server",
            description =
                    "The PBX's address, for example https://pbx.example.com. Plain http is accepted for this machine"
                            + " only.")
    String server();

    @AttributeDefinition(name = "Tenant", description = "The tenant (domain) of the extension on the PBX.")
    String tenant();

    @AttributeDefinition(name = "Extension", description = "The extension's number, for example 45.")
    String extension();

    @AttributeDefinition(
            name = "Password",
            type = AttributeType.PASSWORD,
            description = "The extension's web password. Never shown, never logged.")
    String _password() default "";

    @AttributeDefinition(
            name = "Trusted certificate",
            description = "A file with the PBX's own certificate (PEM), relative to the platform's home. Empty: the"
                    + " certificate must be signed by an authority that Java trusts. It is verified either way.")
    String trust() default "";

    @AttributeDefinition(name = "User agent", description = "How this platform names itself when it registers.")
    String useragent() default "pbx-platform";

    @AttributeDefinition(
            name = "Name in lists",
            description = "Shown for this account in the Web Console's configuration list. Leave as it is.")
    String webconsole_configurationFactory_nameHint() default "{extension}@{tenant} on {server}";
}
