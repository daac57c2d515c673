package pbx.ui.swing;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.util.UIScale;
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
            "TextComponent.arc", 10,
            "ScrollBar.width", 10,
            "ScrollBar.thumbArc", 999,
            "TitlePane.unifiedBackground", true);

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
        UIManager.setLookAndFeel(dark ? new FlatDarkLaf() : new FlatLightLaf());
    }

    void remove() throws UnsupportedLookAndFeelException {
        if (before == null) {
            return;
        }
        UIScale.setZoomFactor(1);
        UIManager.setLookAndFeel(before);
        before = null;
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
