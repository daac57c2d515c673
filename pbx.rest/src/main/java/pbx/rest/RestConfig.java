package pbx.rest;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How the REST interface serves. PID {@value #PID}; the file is {@code conf/pbx.rest.cfg}. */
@ObjectClassDefinition(
        name = "PBX REST interface",
        description =
                "Calls, presence and events for scripts and web pages, under /api/v1. Tokens are made by pbx:token.")
public @interface RestConfig {
    String PID = "pbx.rest";

    @AttributeDefinition(
            name = "Web pages",
            description =
                    "Origins of the web pages that may use this interface, such as https://crm.example.com. Empty:"
                            + " no page of another origin may (CORS is off); programs that are no browsers always may.")
    String[] origins() default {};

    @AttributeDefinition(
            name = "Requests a second",
            description = "What a token may ask in the long run; more is 429.",
            min = "1",
            max = "10000")
    int rate() default 10;

    @AttributeDefinition(
            name = "Requests at once",
            description = "What a token may ask at once after a pause.",
            min = "1",
            max = "100000")
    int burst() default 30;

    @AttributeDefinition(
            name = "Event streams",
            description = "How many may be open at a time; of one token half of it.",
            min = "1",
            max = "1000")
    int streams() default 50;

    @AttributeDefinition(
            name = "Events kept",
            description = "How many are kept for a client that comes back.",
            min = "1",
            max = "100000")
    int events() default 1000;
}
