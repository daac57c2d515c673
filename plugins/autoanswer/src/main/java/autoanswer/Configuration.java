package autoanswer;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator may set, as PID {@code autoanswer}. */
@ObjectClassDefinition(
        name = "Automatic answer",
        description =
                "Answers calls by itself, for example of a door or of the boss. Whoever is listed here is heard and hears "
                        + "without anybody lifting a finger: the microphone opens.")
@interface Configuration {
    @AttributeDefinition(
            name = "Numbers",
            description =
                    "Whose calls are answered: numbers, with * for any digits at the end, for example 40 or +4989*. "
                            + "Without any, nobody's.")
    String[] numbers() default {};

    @AttributeDefinition(name = "Accounts", description = "On which of my accounts; without any, on all.")
    String[] accounts() default {};

    @AttributeDefinition(
            name = "Delay",
            description = "Milliseconds that it rings before it is answered.",
            min = "0",
            max = "60000")
    int delay() default 1000;

    @AttributeDefinition(name = "Only when free", description = "Not while another call is up.")
    boolean onlyFree() default true;
}
