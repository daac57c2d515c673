package pbx.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class AccountConfigTest {
    /** As the framework reads them; each key that the definition names has its words. */
    @Test
    void theSettingsAreTranslated() throws IOException {
        Properties english = texts("account.properties");
        Properties german = texts("account_de.properties");
        assertEquals(english.stringPropertyNames(), german.stringPropertyNames());
        german.forEach((key, text) -> assertFalse(text.toString().isBlank(), key::toString));
        for (Method setting : AccountConfig.class.getDeclaredMethods()) {
            assertFalse(english.getProperty(setting.getName()).isBlank());
            assertFalse(english.getProperty(setting.getName() + ".description").isBlank());
        }
        assertEquals("Unverschlüsselte Verbindung erlauben", german.getProperty("insecure"));
    }

    private static Properties texts(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = AccountConfig.class.getResourceAsStream("/OSGI-INF/l10n/" + name)) {
            properties.load(in);
        }
        return properties;
    }
}
