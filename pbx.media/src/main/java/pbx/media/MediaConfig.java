package pbx.media;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Audio of this machine; PID {@value #PID}. */
@ObjectClassDefinition(
        name = "PBX audio",
        description = "Which devices calls use. Changes take effect with the next call; calls that are up go on.")
public @interface MediaConfig {
    String PID = "pbx.media";

    @AttributeDefinition(
            name = "Microphone",
            description = "A part of the device's name; default: the system's choice; none: calls send silence.")
    String microphone() default "default";

    @AttributeDefinition(
            name = "Speaker",
            description = "A part of the device's name; default: the system's choice; none: nothing is played.")
    String speaker() default "default";
}
