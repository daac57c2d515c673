package pbx.ui.swing;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * What may be configured of the softphone, in {@code conf/pbx.ui.swing.cfg}. Its texts are in {@code OSGI-INF/l10n}, so that
 * every face shows them in its reader's language.
 */
@ObjectClassDefinition(localization = "OSGI-INF/l10n/softphone", name = "%name", description = "%description")
public @interface Settings {
    @AttributeDefinition(name = "%enabled", description = "%enabled.description")
    boolean enabled() default true;

    @AttributeDefinition(
            name = "%theme",
            description = "%theme.description",
            options = {
                @Option(label = "%theme.system", value = "system"),
                @Option(label = "%theme.light", value = "light"),
                @Option(label = "%theme.dark", value = "dark")
            })
    String theme() default "system";

    @AttributeDefinition(
            name = "%language",
            description = "%language.description",
            required = false,
            options = {
                @Option(label = "%language.none", value = ""),
                @Option(label = "English", value = "en"),
                @Option(label = "Deutsch", value = "de")
            })
    String language() default "";

    @AttributeDefinition(name = "%scale", description = "%scale.description", min = "75", max = "300")
    int scale() default 100;

    @AttributeDefinition(name = "%favourites", description = "%favourites.description", required = false)
    String[] favourites() default {};

    @AttributeDefinition(name = "%groups", description = "%groups.description", required = false)
    String[] groups() default {};

    @AttributeDefinition(name = "%testCall", description = "%testCall.description", required = false)
    String testCall() default "";

    @AttributeDefinition(name = "%window", description = "%window.description", required = false)
    String window() default "";
}
