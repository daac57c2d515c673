package pbx.ui.swing;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What may be configured of the softphone, in {@code conf/pbx.ui.swing.cfg}. */
@ObjectClassDefinition(
        name = "Softphone",
        description = "The softphone's window. Changes take effect at once; calls are not touched by them.")
public @interface Settings {
    @AttributeDefinition(
            name = "Enabled",
            description = "Whether the softphone opens its window where there is a display. Calls go on without it.")
    boolean enabled() default true;

    @AttributeDefinition(
            name = "Theme",
            description = "Dark text on a light ground, or light text on a dark one.",
            options = {@Option(label = "Light", value = "light"), @Option(label = "Dark", value = "dark")})
    String theme() default "light";

    @AttributeDefinition(
            name = "Language",
            description =
                    "Language of the window. Empty: the language of the operating system, English if there is none for it.",
            required = false,
            options = {
                @Option(label = "As the operating system", value = ""),
                @Option(label = "English", value = "en"),
                @Option(label = "Deutsch", value = "de")
            })
    String language() default "";
}
