package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pbx.api.PbxException;
import pbx.api.call.MediaState;
import pbx.api.connection.ConnectionState;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceState;

class TextsTest {
    @Test
    void bothLanguagesSayTheSameThingsWithTheSameArguments() throws IOException {
        Properties english = read("texts.properties");
        Properties german = read("texts_de.properties");
        assertEquals(english.stringPropertyNames(), german.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertEquals(arguments(english, key), arguments(german, key), key);
            assertFalse(german.getProperty(key).isBlank(), key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyStateHasItsWords(String language) {
        Texts texts = Texts.of(language);
        for (PresenceState state : PresenceState.values()) {
            assertFalse(texts.get("presence." + state).isBlank());
        }
        for (Presence.Kind kind : Presence.Kind.values()) {
            assertFalse(kind != Presence.Kind.OTHER && texts.get("kind." + kind).isBlank());
        }
        for (ConnectionState state : ConnectionState.values()) {
            assertFalse(state != ConnectionState.CLOSED
                    && texts.get("account." + state).isBlank());
        }
        for (MediaState state : Set.of(MediaState.NONE, MediaState.FAILED, MediaState.ELSEWHERE)) {
            assertFalse(texts.get("call.media." + state).isBlank());
        }
        for (PbxException.Reason reason : PbxException.Reason.values()) {
            assertFalse(texts.get("failure." + reason).isBlank());
        }
        for (CallButton action : CallButton.values()) {
            assertFalse(texts.get("action." + action.id).isBlank());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"texts.properties", "texts_de.properties"})
    void noTwoControlsOfOneCallShareAMnemonic(String file) throws IOException {
        Properties texts = read(file);
        assertDistinct(texts, "action.answer", "action.reject");
        for (String hold : new String[] {"action.hold", "action.resume"}) {
            for (String mute : new String[] {"action.mute", "action.unmute"}) {
                assertDistinct(texts, hold, mute, "action.hangUp", "dial.button", "account.dnd");
            }
        }
    }

    @Test
    void aLanguageWithoutTranslationIsEnglish() {
        assertEquals("Softphone", Texts.of("xx").get("window.title"));
        assertEquals("Verzeichnis", Texts.of("de-AT").get("directory.name"));
    }

    /** The settings' texts, as the framework reads them; each key that the definition names has its words. */
    @Test
    void theSettingsAreTranslated() throws IOException {
        Properties english = settings("softphone.properties");
        Properties german = settings("softphone_de.properties");
        assertEquals(english.stringPropertyNames(), german.stringPropertyNames());
        for (Method setting : Settings.class.getDeclaredMethods()) {
            assertFalse(english.getProperty(setting.getName()).isBlank());
            assertFalse(german.getProperty(setting.getName() + ".description").isBlank());
        }
        assertEquals("Größe", german.getProperty("scale"));
    }

    private static Properties settings(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream("/OSGI-INF/l10n/" + name)) {
            properties.load(in);
        }
        return properties;
    }

    private static void assertDistinct(Properties texts, String... keys) {
        Set<Character> seen = new HashSet<>();
        for (String key : keys) {
            String text = texts.getProperty(key);
            assertTrue(text.contains("&"), key);
            assertTrue(seen.add(Character.toUpperCase(text.charAt(text.indexOf('&') + 1))), key + " in " + seen);
        }
    }

    private static int arguments(Properties texts, String key) {
        return new MessageFormat(texts.getProperty(key)).getFormatsByArgumentIndex().length;
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            properties.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        }
        return properties;
    }
}
