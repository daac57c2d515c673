package screenpop;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator may set, as PID {@code screenpop}. */
@ObjectClassDefinition(
        name = "Screen pop",
        description = "When a call comes in, a page is opened on this machine, or a web server is told, or both.")
@interface Configuration {
    @AttributeDefinition(
            name = "Page",
            description =
                    "The page to open: http or https, with {number}, {name}, {account} and {call} where they belong, "
                            + "for example https://crm.example/search?phone={number}. Empty opens none.")
    String page() default "";

    @AttributeDefinition(
            name = "Browser",
            description = "The command that opens a page; the address is its last argument. Empty is the system's own.")
    String[] browser() default {};

    @AttributeDefinition(
            name = "Webhook",
            description = "Where to POST {\"event\":\"ringing\",...} as JSON: http or https. Empty posts nothing.")
    String webhook() default "";

    @AttributeDefinition(
            name = "Secret",
            description =
                    "Signs what is posted: X-Pbx-Signature is sha256= and the hex HMAC-SHA-256 of X-Pbx-Timestamp, a dot "
                            + "and the body. Empty posts without a signature.",
            type = AttributeType.PASSWORD)
    String _secret() default "";

    @AttributeDefinition(
            name = "Time-out",
            description = "Seconds to wait for the web server, each time.",
            min = "1",
            max = "60")
    int timeout() default 5;

    @AttributeDefinition(
            name = "Tries",
            description = "How often it is tried when the web server is away, answers 429 or 5xx; 1, 2, 4 ... s apart,"
                    + " for 30 s from the ringing.",
            min = "1",
            max = "10")
    int tries() default 3;
}
