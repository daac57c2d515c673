package pbx.console.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pbx.console.security.ConsoleSecurity;
import pbx.console.settings.Guard;

/** Declarative Services begin components in the order in which the bundle's header names them. */
class OrderTest {
    private static final Pattern CLASS = Pattern.compile("<implementation class=\"([^\"]*)\"");

    @Test
    void thePageWherePeopleAreIsTheFirstThatIsThereAndIsGuarded() throws Exception {
        List<String> order = order();

        assertEquals(
                OverviewPage.class.getName(),
                order.stream().filter(name -> name.endsWith("Page")).findFirst().orElseThrow());
        assertTrue(order.indexOf(ConsoleSecurity.class.getName()) >= 0);
        assertTrue(order.indexOf(Guard.class.getName()) >= 0);
        assertTrue(
                order.indexOf(OverviewPage.class.getName())
                        > Math.max(
                                order.indexOf(ConsoleSecurity.class.getName()), order.indexOf(Guard.class.getName())),
                order.toString());
    }

    /** The classes of the components, as the header of this bundle has them. */
    private static List<String> order() throws Exception {
        List<String> classes = new ArrayList<>();
        for (URL url : Collections.list(OrderTest.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            try (InputStream in = url.openStream()) {
                var headers = new Manifest(in).getMainAttributes();
                if ("pbx.console".equals(headers.getValue("Bundle-SymbolicName"))) {
                    for (String path : headers.getValue("Service-Component").split(",", -1)) {
                        classes.add(implementation(path));
                    }
                }
            }
        }
        return classes;
    }

    private static String implementation(String path) throws Exception {
        try (InputStream in = OrderTest.class.getClassLoader().getResourceAsStream(path)) {
            Matcher named = CLASS.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            assertTrue(named.find(), path);
            return named.group(1);
        }
    }
}
