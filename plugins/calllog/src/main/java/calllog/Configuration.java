package calllog;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator may set, as PID {@code calllog}. */
@ObjectClassDefinition(name = "Call log", description = "Keeps a history of calls on this machine.")
@interface Configuration {
    @AttributeDefinition(
            name = "Folder",
            description = "Where the database is kept, relative to the platform's home directory. Read at the start.")
    String folder() default "data/calllog";

    @AttributeDefinition(
            name = "Days",
            description = "Calls older than so many days are erased. 0 keeps all.",
            min = "0")
    int days() default 365;
}
