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
            description = "Dark text on a light ground, light text on a dark one, or whichever the desktop has.",
            options = {
                @Option(label = "As the desktop", value = "system"),
                @Option(label = "Light", value = "light"),
                @Option(label = "Dark", value = "dark")
            })
    String theme() default "system";

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

    @AttributeDefinition(
            name = "Size",
            description =
                    "Size of everything in the window in percent, on top of what the desktop's scale makes of it.",
            min = "75",
            max = "300")
    int scale() default 100;

    @AttributeDefinition(
            name = "Favourites",
            description = "Numbers of those who are listed first. The directory's star sets it.",
            required = false)
    String[] favourites() default {};

    @AttributeDefinition(
            name = "Groups",
            description = "Groups of the directory, each a name, a colon and numbers, such as: Sales: 40 41 52",
            required = false)
    String[] groups() default {};

    @AttributeDefinition(
            name = "Window",
            description = "Where the window was last: x, y, width, height. The softphone sets it itself.",
            required = false)
    String window() default "";
}
