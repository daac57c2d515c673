package pbx.health;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** When the platform is called ill. PID {@value #PID}; the file is {@code conf/pbx.health.cfg}. */
@ObjectClassDefinition(
        name = "PBX health",
        description = "Bounds of the health checks behind /health and /ready. Changes take effect at once.")
public @interface HealthConfig {
    String PID = "pbx.health";

    @AttributeDefinition(
            name = "Least disk space",
            description = "MiB free where the platform's home lies; below: WARN.",
            min = "0",
            max = "100000000")
    int diskMiB() default 1024;

    @AttributeDefinition(
            name = "Critical disk space",
            description = "MiB free where the platform's home lies; below: CRITICAL, logs and recordings will be lost.",
            min = "0",
            max = "100000000")
    int diskCriticalMiB() default 100;

    @AttributeDefinition(
            name = "Most native memory",
            description =
                    "MiB that the process holds outside the Java heap (audio engine, threads, code); above: WARN.",
            min = "1",
            max = "1000000")
    int nativeMiB() default 1500;

    @AttributeDefinition(
            name = "Slow event loop",
            description = "Milliseconds that a command waits before call control or audio looks at it; above: WARN.",
            min = "1",
            max = "600000")
    int lagMillis() default 500;

    @AttributeDefinition(
            name = "Stuck event loop",
            description =
                    "Milliseconds that a command waits before call control or audio looks at it; above: CRITICAL.",
            min = "1",
            max = "600000")
    int lagCriticalMillis() default 5000;

    @AttributeDefinition(
            name = "Long listener queue",
            description = "Events that wait for one listener; above: WARN.",
            min = "1",
            max = "1000000")
    int waiting() default 1000;
}
