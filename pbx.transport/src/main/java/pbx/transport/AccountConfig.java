package pbx.transport;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

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
                            + " only. replay:FILE?speed=N plays a recording back instead, without a PBX.")
    String server();

    @AttributeDefinition(name = "Tenant", description = "The tenant (domain) of the extension on the PBX.")
    String tenant();

    @AttributeDefinition(name = "Extension", description = "The extension's number, for example 45.")
    String extension();

    @AttributeDefinition(
            name = "Password",
            type = AttributeType.PASSWORD,
            description =
                    "The extension's web password. Never shown, never logged; what is typed here is kept encrypted. env:NAME"
                            + " takes it from an environment variable, file:PATH from a file, keyring:NAME from the"
                            + " system's keyring. Empty if tokens are used instead.")
    String _password() default "";

    @AttributeDefinition(
            name = "Token broker",
            description =
                    "An address that answers with a fresh third-party login token, used instead of the password; {user}"
                            + " and {domain} are replaced. Asked anew for every connection.")
    String token_url() default "";

    @AttributeDefinition(
            name = "Token broker's secret",
            type = AttributeType.PASSWORD,
            description =
                    "Sent to the token broker as Authorization: Bearer; env:NAME and file:PATH as for the password."
                            + " Empty: nothing is sent.")
    String _tokenSecret() default "";

    @AttributeDefinition(
            name = "Token command",
            description =
                    "A program with its arguments that prints a fresh third-party login token, used instead of the"
                            + " password; no shell is involved. PBX_USER and PBX_DOMAIN are in its environment.")
    String token_command() default "";

    @AttributeDefinition(
            name = "This is a server node",
            description =
                    "Must be true for the system administrator's credentials to be used: they open every extension"
                            + " of the PBX and do not belong on a person's computer.")
    boolean node() default false;

    @AttributeDefinition(
            name = "System administrator",
            description = "A name of the PBX's system administrator, to make login tokens. Server nodes only.")
    String admin() default "";

    @AttributeDefinition(
            name = "System administrator's password",
            type = AttributeType.PASSWORD,
            description =
                    "The system administrator's password; env:NAME and file:PATH as for the extension's. Server nodes"
                            + " only.")
    String _adminPassword() default "";

    @AttributeDefinition(
            name = "Trusted certificate",
            description = "A file with the PBX's own certificate (PEM), relative to the platform's home. Empty: the"
                    + " certificate must be signed by an authority that Java trusts. It is verified either way.")
    String trust() default "";

    @AttributeDefinition(
            name = "Pinned certificate",
            description = "The SHA-256 fingerprint of the PBX's certificate in hex, with or without colons: this"
                    + " certificate is accepted and no other. Instead of a trusted certificate.")
    String pin() default "";

    @AttributeDefinition(
            name = "Allow an unencrypted connection",
            description =
                    "True lets this account use plain http and ws to another machine, with a token login only: whoever"
                            + " is on the way can read and change everything. The account is shown as not secure.")
    boolean insecure() default false;

    @AttributeDefinition(
            name = "Dialect",
            description =
                    "Who makes the offer of an outbound call: auto decides by the PBX's version (modern from 69 on).",
            options = {
                @Option(label = "auto", value = "auto"),
                @Option(label = "legacy", value = "legacy"),
                @Option(label = "modern", value = "modern")
            })
    String dialect() default "auto";

    @AttributeDefinition(
            name = "Country",
            description = "Where the extension's numbers belong, two letters such as DE: decides how numbers without a"
                    + " country code are read and shown. Empty: numbers are taken as they are.")
    String country() default "";

    @AttributeDefinition(
            name = "Record the session",
            description =
                    "Writes what is said with the PBX to data/recordings, to be sent to support or replayed. masked"
                            + " replaces numbers, names and secrets; full keeps numbers and names, never secrets.",
            options = {
                @Option(label = "off", value = "off"),
                @Option(label = "masked", value = "masked"),
                @Option(label = "full", value = "full")
            })
    String record() default "off";

    @AttributeDefinition(name = "User agent", description = "How this platform names itself when it registers.")
    String useragent() default "pbx-platform";

    @AttributeDefinition(
            name = "Name in lists",
            description = "Shown for this account in the Web Console's configuration list. Leave as it is.")
    String webconsole_configurationFactory_nameHint() default "{extension}@{tenant} on {server}";
}
