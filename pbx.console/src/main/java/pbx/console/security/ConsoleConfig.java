package pbx.console.security;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "PBX web console", description = "How long somebody stays logged in to this console.")
@interface ConsoleConfig {
    @AttributeDefinition(
            name = "Idle time-out",
            description = "Minutes after which a browser that asks for nothing is logged out.",
            min = "1",
            max = "1440")
    int idleMinutes() default 30;

    @AttributeDefinition(
            name = "Longest session",
            description = "Hours after which everybody has to log in again.",
            min = "1",
            max = "168")
    int sessionHours() default 12;
}
