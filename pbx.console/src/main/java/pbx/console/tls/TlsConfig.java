package pbx.console.tls;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "PBX web console for other machines",
        description = "Lets other machines reach this console, over TLS alone. Without this configuration only this"
                + " machine does.")
@interface TlsConfig {
    @AttributeDefinition(
            name = "Address",
            description = "Where to listen: the address of a network interface, or 0.0.0.0 for all.")
    String address() default "0.0.0.0";

    @AttributeDefinition(name = "Port", description = "For https. 0 takes any free one.", min = "0", max = "65535")
    int port() default 8443;

    @AttributeDefinition(
            name = "Names",
            description = "Names and addresses by which browsers reach this machine, for the certificate that is made"
                    + " here. They count when it is made; delete the key store to make another one.")
    String[] names() default {};

    @AttributeDefinition(
            name = "Key store",
            description =
                    "A PKCS#12 file with key and certificate. Empty: a certificate is made here at the first start,"
                            + " and its fingerprint printed, so that people can compare it with what their browser shows.")
    String keystore() default "";

    @AttributeDefinition(
            name = "Key store's password",
            description = "Of the named key store.",
            type = AttributeType.PASSWORD)
    String _password() default "";
}
