package skeleton;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator may set, as PID {@code skeleton}. */
@ObjectClassDefinition(name = "Skeleton", description = "Says in the log who calls.")
@interface Configuration {
    @AttributeDefinition(name = "Greeting", description = "What stands before the caller's name.")
    String greeting() default "somebody calls";
}
