package pbx.ui.swing;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.extras.FlatSVGIcon;
import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import com.formdev.flatlaf.themes.FlatMacDarkLaf;
import com.formdev.flatlaf.themes.FlatMacLightLaf;
import com.formdev.flatlaf.util.SystemInfo;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Toolkit;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.swing.LookAndFeel;
import javax.swing.UIDefaults;
import javax.swing.UIManager;
import javax.swing.UnsupportedLookAndFeelException;

/** Puts the look and feel on, and takes it off again without a trace. EDT only. */
final class Look {
    private static final Map<String, Object> TASTE = Map.of(
            "Button.arc", 10,
            "Component.arc", 10,
            "ComboBox.buttonStyle", "none",
            "TextComponent.arc", 10,
            "ScrollBar.width", 10,
            "ScrollBar.thumbArc", 999,
            "TitlePane.unifiedBackground", true);
    /** Colours that FlatLaf derives all others from. */
    private static final Map<String, String> LIGHT = Map.of(
            "@background", "#f4f6f8",
            "@foreground", "#1c2128",
            "@accentColor", "#1f6feb",
            "@componentBackground", "#ffffff",
            "ComboBox.buttonBackground", "#ffffff",
            "ComboBox.buttonArrowColor", "#57606a",
            "ToggleButton.toolbar.selectedBackground", "#dfe5ec",
            "ProgressBar.background", "#dde2e8");

    private static final Map<String, String> DARK = Map.of(
            "@background", "#1b1e23",
            "@foreground", "#e4e8ec",
            "@accentColor", "#3f8cff",
            "@componentBackground", "#24282e",
            "@buttonBackground", "#383f48",
            "ComboBox.background", "#383f48",
            "ComboBox.buttonBackground", "#383f48",
            "ComboBox.buttonArrowColor", "#a3adb8",
            "CheckBox.icon[filled].background", "#454d58",
            "ProgressBar.background", "#3d4550");

    private static final float PERCENT = 100f;

    private LookAndFeel before;

    /** @param scale in percent, on top of the desktop's */
    void install(boolean dark, int scale) throws UnsupportedLookAndFeelException {
        before = UIManager.getLookAndFeel();
        UIScale.setSupportedZoomFactors(new float[] {1, scale / PERCENT}); // 1 must be among them
        // MigLayout asks FlatLaf for it, so that what lies between grows as well
        UIScale.setZoomFactor(scale / PERCENT);
        // Components are the JDK's and so is their class loader, which cannot see FlatLaf's bundle.
        UIManager.put("ClassLoader", FlatLaf.class.getClassLoader());
        TASTE.forEach(UIManager::put);
        // Desktops that name no font of theirs would have Java's own, which is nobody's choice.
        if (Toolkit.getDefaultToolkit().getDesktopProperty("gnome.Gtk/FontName") == null && SystemInfo.isLinux) {
            FlatInterFont.installLazy();
            FlatLaf.setPreferredFontFamily(FlatInterFont.FAMILY);
            FlatLaf.setPreferredSemiboldFontFamily(FlatInterFont.FAMILY_SEMIBOLD);
        }
        FlatLaf theme = dark ? new FlatMacDarkLaf() : new FlatMacLightLaf();
        theme.setExtraDefaults(dark ? DARK : LIGHT);
        UIManager.setLookAndFeel(theme);
    }

    void remove() throws UnsupportedLookAndFeelException {
        if (before == null) {
            return;
        }
        UIScale.setZoomFactor(1);
        UIManager.setLookAndFeel(before);
        before = null;
        FlatLaf.setPreferredFontFamily(null);
        FlatLaf.setPreferredSemiboldFontFamily(null);
        FlatSVGIcon.clearSVGDocumentCache();
        TASTE.keySet().forEach(key -> UIManager.put(key, null));
        UIManager.put("ClassLoader", null);
        forgetClasses(UIManager.getDefaults());
    }

    // The JDK remembers each delegate's class, and its factory method, for the next component.
    private static void forgetClasses(UIDefaults defaults) {
        Set<Object> keys = new HashSet<>();
        defaults.entrySet().stream()
                .filter(entry -> isFlat(entry.getKey()) || isFlat(entry.getValue()))
                .forEach(entry -> keys.add(entry.getKey()));
        keys.forEach(key -> defaults.put(key, null));
    }

    private static boolean isFlat(Object thing) {
        Class<?> type = thing instanceof Class<?> c
                ? c
                : thing instanceof Method method ? method.getDeclaringClass() : thing.getClass();
        return type.getPackageName().startsWith("com.formdev.flatlaf");
    }
}
