package pbx.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.metatype.MetaTypeService;
import pbx.api.PbxException;
import pbx.api.settings.Field;
import pbx.api.settings.Page;
import pbx.api.settings.Secret;

/** Forms over a real ConfigurationAdmin and a real metatype. */
class SettingPagesTest {
    @RegisterExtension
    final RealFramework felix = new RealFramework();

    @RegisterExtension
    final LogLines log = new LogLines();

    private SettingPages pages;

    @BeforeEach
    void open() {
        pages = new SettingPages(felix.context(), felix.admin(), felix.service(MetaTypeService.class));
    }

    @AfterEach
    void close() {
        pages.stop();
    }

    @Test
    void aPageForEachThingAndATemplateForTheNext() throws Exception {
        felix.admin()
                .getFactoryConfiguration("pbx.line", "one", "?")
                .update(FrameworkUtil.asDictionary(Map.of("httpPort", 7)));
        assertEquals(
                List.of("pbx.line one true", "pbx.line  true", "pbx.test  false"),
                get(pages.list("en")).stream()
                        .map(page -> page.pid() + " " + page.name() + " " + page.factory())
                        .toList());
        Field port = field(get(pages.list("en")).get(0), "httpPort");
        assertEquals("7", port.value());
        assertTrue(port.set());
        assertEquals(Field.Type.NUMBER, port.type());
        Field unset = field(page("pbx.test"), "httpPort");
        assertEquals("8089", unset.value());
        assertFalse(unset.set());
    }

    @Test
    void typesOptionsAndManyValuesAreTold() throws Exception {
        Page page = page("pbx.test");
        assertEquals(Field.Type.SECRET, field(page, "pin").type());
        assertEquals(Field.Type.FLAG, field(page, "on").type());
        assertEquals(Field.Type.TEXT, field(page, "host").type());
        assertEquals(
                List.of(new Field.Option("udp", "u"), new Field.Option("tcp", "t")),
                field(page, "mode").options());
        assertTrue(field(page, "names").many());
        assertTrue(page.fields().stream().noneMatch(field -> field.id().startsWith("webconsole.")));
    }

    @Test
    void textsAreTranslatedWhereTheBundleHasThem() throws Exception {
        assertEquals("Test", page("pbx.test").title());
        Page german = get(pages.list("de-AT")).get(1);
        assertEquals("Prüfstück", german.title());
        assertEquals("Test", get(pages.list("fr")).get(1).title());
    }

    @Test
    void whatIsChangedIsSetTheRestStaysAndBlankIsTheDefault() throws Exception {
        get(pages.change("pbx.test", "", Map.of("httpPort", "22", "names", "a, b", "pin", "secret")));
        assertEquals(22, felix.value("pbx.test", "httpPort"));
        assertEquals(List.of("a", "b"), List.of((Object[]) felix.value("pbx.test", "names")));
        assertEquals("", field(page("pbx.test"), "pin").value());
        assertTrue(field(page("pbx.test"), "pin").set());
        get(pages.change("pbx.test", "", Map.of("httpPort", "", "host", "h")));
        assertNull(felix.value("pbx.test", "httpPort"));
        assertEquals("h", felix.value("pbx.test", "host"));
        String kept = felix.value("pbx.test", "pin").toString();
        assertTrue(kept.startsWith("sealed:") && !kept.contains("secret"), kept);
        assertEquals("secret", Secret.reveal(kept));
        get(pages.remove("pbx.test", ""));
        assertEquals(List.of(), felix.find("pbx.test"));
        assertEquals("127.0.0.1", field(page("pbx.test"), "host").value());
    }

    @Test
    void aNewNameMakesANewOneOfTheFactory() throws Exception {
        get(pages.change("pbx.line", "two", Map.of("httpPort", "2")));
        assertEquals(2, felix.value("pbx.line~two", "httpPort"));
        get(pages.remove("pbx.line", "two"));
        assertEquals(List.of(), felix.find("pbx.line~two"));
    }

    @Test
    void noStoredSecretGoesToAnotherServer() throws Exception {
        felix.install(Path.of("account.jar"), TestDefinition.account());
        get(pages.change("pbx.account", "demo", Map.of("server", "https://a", ".password", "typed")));
        assertEquals(
                "the server is another: type .password anew for it",
                refusal(pages.change("pbx.account", "demo", Map.of("server", "https://evil"))));
        assertEquals("https://a", felix.value("pbx.account~demo", "server"));
        get(pages.change("pbx.account", "demo", Map.of("server", "https://a")));
        get(pages.change("pbx.account", "demo", Map.of("server", "https://b", ".password", "other")));
        assertEquals("https://b", felix.value("pbx.account~demo", "server"));
        assertEquals(
                "other",
                Secret.reveal(felix.value("pbx.account~demo", ".password").toString()));
        get(pages.change("pbx.account", "demo", Map.of("server", "https://c", ".password", "")));
        assertNull(felix.value("pbx.account~demo", ".password"));
        get(pages.change("pbx.account", "demo", Map.of("server", "https://d")));
        assertEquals("https://d", felix.value("pbx.account~demo", "server"));
    }

    @Test
    void whatANewVersionRefusesStandsInTheWayOfNoChange() throws Exception {
        get(pages.change("pbx.test", "", Map.of("httpPort", "7000", "pin", "secret")));
        felix.context().getBundle(RealFramework.DEFINES).update(TestDefinition.jar(1000));
        get(pages.change("pbx.test", "", Map.of("host", "there")));
        assertEquals("there", felix.value("pbx.test", "host"));
        assertNull(felix.value("pbx.test", "httpPort"));
        assertEquals("secret", Secret.reveal(felix.value("pbx.test", "pin").toString()));
        assertEquals(
                List.of("pbx.test: httpPort = \"7000\" is not between -1 and 1000;"
                        + " that is taken away, as something else is changed"),
                log.of("WARN"));
    }

    @ParameterizedTest
    @CsvSource({
        "pbx.test, '', httpPort, 99999, 'httpPort = \"99999\" is not between -1 and 65535'",
        "pbx.test, '', pin, x, 'pin (not shown) is too short'",
        "pbx.test, '', nosuch, x, 'there is no setting \"nosuch\" in Test'",
        "pbx.other, '', a, b, 'no bundle has settings called \"pbx.other\"'",
        "org.foreign, '', a, b, 'no bundle has settings called \"org.foreign\"'",
        "pbx.line, ../../etc, httpPort, 1, '\"../../etc\" cannot be the name'",
        "pbx.line, '', httpPort, 1, '\"\" cannot be the name'"
    })
    void whatCannotBeIsRefusedInOneLineAndNothingIsSet(String pid, String name, String id, String value, String why)
            throws Exception {
        String told = refusal(pages.change(pid, name, Map.of(id, value, "host", "changed")));
        assertTrue(told.startsWith(why), told);
        assertEquals(List.of(), felix.find("pbx.test"));
        assertEquals(0, felix.admin().listConfigurations(null) == null ? 0 : 1);
    }

    @Test
    void whatIsNotThereCannotBeRemoved() throws Exception {
        assertEquals("nothing is configured there; it has its defaults already", refusal(pages.remove("pbx.test", "")));
    }

    private Page page(String pid) throws Exception {
        return get(pages.list("en")).stream()
                .filter(page -> page.pid().equals(pid))
                .findFirst()
                .orElseThrow();
    }

    private static Field field(Page page, String id) {
        return page.fields().stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static String refusal(CompletionStage<?> stage) {
        ExecutionException e = assertThrows(ExecutionException.class, () -> get(stage));
        PbxException told = assertInstanceOf(PbxException.class, e.getCause());
        assertEquals(PbxException.Reason.INVALID, told.reason());
        return told.getMessage();
    }
}
