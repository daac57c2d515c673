package pbx.shell;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator may set, as PID {@code pbx.shell}. */
@ObjectClassDefinition(
        name = "PBX shell",
        description = "The ready line: what is printed on standard output, once, when the platform is up.")
@interface Configuration {
    @AttributeDefinition(
            name = "Parts awaited",
            description =
                    "The ready line waits for these parts and names them in this order. A part is what some bundle "
                            + "has registered as pbx.api.status.Readiness with the property pbx.part.")
    String[] ready_parts() default {"console", "account", "softphone"};

    @AttributeDefinition(
            name = "Longest wait",
            description = "Seconds. When a part is not up by then, the ready line is printed all the same and says so; "
                    + "piped commands begin then.",
            min = "1",
            max = "3600")
    int ready_wait() default 30;
}
