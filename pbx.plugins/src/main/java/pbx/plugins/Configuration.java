package pbx.plugins;

import org.osgi.service.metatype.annotations.AttributeDefinition;
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
}
