package pbx.console.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import pbx.api.call.CallState;
import pbx.api.call.Party;
import pbx.api.connection.ConnectionState;
import pbx.api.presence.PresenceState;
import pbx.console.Samples;
import pbx.console.Snapshot;
import pbx.console.Table;

class PageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</td></tr></table><img src=x onerror=alert(1)>",
                "\"><svg onload=alert(1)>",
                "' onmouseover='alert(1)",
                "&lt;b&gt; & <b>",
                "${brand.name}",
                "\\${appRoot}",
                "a\r\nevent: calls\ndata: b",
                "a\u2028b\u0085c",
                "]]><!-- --><![CDATA["
            })
    void aHostileNameIsShownAsWhatItIsAndNothingElse(String name) throws Exception {
        Party stranger = new Party(name, name);
        Snapshot snapshot = new Snapshot(
                List.of(),
                List.of(Samples.call("1", CallState.ACTIVE, stranger)),
                List.of(Samples.presence(name, name, PresenceState.TALKING, stranger)));
        for (Table table : List.of(Table.CALLS, Table.PRESENCE)) {
            String rows = Page.rows(table, snapshot, Samples.BEGAN);
            Document parsed = parse(rows);
            assertEquals(1, parsed.getElementsByTagName("tr").getLength(), rows);
            assertEquals(6, parsed.getElementsByTagName("td").getLength(), rows);
            Element shown = (Element) parsed.getElementsByTagName("bdi").item(0);
            assertEquals(name.replaceAll("[\\r\\n\\u0085\\u2028\\u2029]", " "), shown.getTextContent());
            assertFalse(rows.contains("${"), rows);
            assertFalse(rows.matches("(?s).*[\\r\\n].*"), rows);
            for (String tag : List.of("script", "img", "svg", "b")) {
                assertEquals(0, parsed.getElementsByTagName(tag).getLength(), rows);
            }
        }
    }

    @Test
    void anInsecureAccountCarriesAWarning() {
        assertTrue(accounts(false).contains("not secure"));
        assertFalse(accounts(true).contains("not secure"));
    }

    @Test
    void theDurationCountsFromTheAnswer() {
        Snapshot active = calls(CallState.ACTIVE);
        assertTrue(Page.rows(Table.CALLS, active, Samples.BEGAN.plusSeconds(75)).contains(">01:15<"));
        assertTrue(
                Page.rows(Table.CALLS, active, Samples.BEGAN.plusSeconds(3675)).contains(">1:01:15<"));
        assertTrue(Page.rows(Table.CALLS, active, Samples.BEGAN.minusSeconds(9)).contains(">00:00<"));
        assertFalse(Page.rows(Table.CALLS, calls(CallState.RINGING), Samples.BEGAN.plusSeconds(75))
                .contains("<time"));
    }

    @Test
    void thePageIsReadableWithoutScriptsAndSaysSo() throws Exception {
        String page = Page.render("/system/console/pbx", calls(CallState.RINGING), Samples.BEGAN);
        Document parsed = parse(page);
        assertEquals(3, parsed.getElementsByTagName("table").getLength());
        assertEquals(1, parsed.getElementsByTagName("noscript").getLength());
        assertTrue(page.contains("Forty-four"));
        assertTrue(page.contains("src=\"/system/console/pbx/pbx.js\""));
    }

    @Test
    void emptyTablesSaySo() throws Exception {
        Snapshot nothing = new Snapshot(List.of(), List.of(), List.of());
        for (Table table : Table.values()) {
            Document parsed = parse(Page.rows(table, nothing, Samples.BEGAN));
            assertFalse(parsed.getDocumentElement().getTextContent().isBlank());
        }
    }

    private static String accounts(boolean secure) {
        Snapshot snapshot =
                new Snapshot(List.of(Samples.account(ConnectionState.REGISTERED, secure)), List.of(), List.of());
        return Page.rows(Table.ACCOUNTS, snapshot, Samples.BEGAN);
    }

    private static Snapshot calls(CallState state) {
        return new Snapshot(List.of(), List.of(Samples.call("1", state)), List.of());
    }

    /** An XML parser is the strictest reader there is: a quote or bracket that got through breaks it. */
    private static Document parse(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<page>" + html + "</page>")));
    }
}
