package pbx.console.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.Party;
import pbx.api.connection.ConnectionState;
import pbx.api.history.HistoryEntry;
import pbx.api.media.Quality;
import pbx.api.plugin.Delivery;
import pbx.api.plugin.Load;
import pbx.api.plugin.Plugin;
import pbx.api.plugin.Use;
import pbx.api.presence.PresenceState;
import pbx.api.status.Finding;
import pbx.console.PluginView;
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
            String rows = Page.rows(table, snapshot, Samples.BEGAN, false);
            Document parsed = parse(rows);
            assertEquals(1, parsed.getElementsByTagName("tr").getLength(), rows);
            assertEquals(
                    table == Table.CALLS ? 7 : 6,
                    parsed.getElementsByTagName("td").getLength(),
                    rows);
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
        assertTrue(Page.rows(Table.CALLS, active, Samples.BEGAN.plusSeconds(75), false)
                .contains(">01:15<"));
        assertTrue(Page.rows(Table.CALLS, active, Samples.BEGAN.plusSeconds(3675), false)
                .contains(">1:01:15<"));
        assertTrue(Page.rows(Table.CALLS, active, Samples.BEGAN.minusSeconds(9), false)
                .contains(">00:00<"));
        assertFalse(Page.rows(Table.CALLS, calls(CallState.RINGING), Samples.BEGAN.plusSeconds(75), false)
                .contains("<time"));
    }

    @Test
    void thePageIsReadableWithoutScriptsAndSaysSo() throws Exception {
        String page = Page.render(
                "/system/console",
                "",
                List.of(Table.ACCOUNTS, Table.CALLS, Table.PRESENCE),
                calls(CallState.RINGING),
                Samples.BEGAN,
                false,
                "");
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
            Document parsed = parse(Page.rows(table, nothing, Samples.BEGAN, false));
            assertFalse(parsed.getDocumentElement().getTextContent().isBlank());
        }
    }

    @Test
    void whoMayPressSeesButtonsAndNobodyElse() throws Exception {
        Snapshot active = calls(CallState.ACTIVE);
        assertFalse(Page.rows(Table.CALLS, active, Samples.BEGAN, false).contains("<button"));
        Document parsed = parse(Page.rows(Table.CALLS, active, Samples.BEGAN, true));
        Element hangUp = (Element) parsed.getElementsByTagName("button").item(0);
        assertEquals("demo 1", hangUp.getAttribute("value"));
        assertEquals("pbx-do", hangUp.getAttribute("form"));
        Document form = parse(Controls.form("/x", "the token", "")
                .replace(" disabled hidden", "")
                .replaceAll("<input[^>]*>", ""));
        Element first = (Element) form.getElementsByTagName("form").item(0).getFirstChild();
        assertEquals("button", first.getTagName(), "Enter must not press a row's button");
    }

    @Test
    void aCallsSoundIsALineThatEndsNow() throws Exception {
        CallId id = new CallId(Samples.MINE, "1");
        List<Quality> readings = IntStream.range(0, 300)
                .mapToObj(i -> Samples.quality(id, i == 299 ? 4.5 : 1, i == 299 ? 0.5 : 0))
                .toList();
        Snapshot snapshot = new Snapshot(
                List.of(),
                List.of(Samples.call("1", CallState.ACTIVE)),
                List.of(),
                Map.of(id, readings),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of());
        Document parsed = parse(Page.rows(Table.CALLS, snapshot, Samples.BEGAN, false));
        Element score = (Element) parsed.getElementsByTagName("polyline").item(0);
        String[] points = score.getAttribute("points").split(" ", -1);
        assertEquals(120, points.length);
        assertEquals("119,1.0", points[119]);
        assertEquals("0,23.0", points[0]);
        assertTrue(parsed.getDocumentElement().getTextContent().contains("MOS 4.5 · 50.0 % lost"));
    }

    @Test
    void aPluginShowsWhatItIsAndCosts() throws Exception {
        Plugin plugin = new Plugin(
                "a.jar",
                "<b>",
                "1.2.0",
                Plugin.State.QUARANTINED,
                Optional.of("it ate all"),
                Optional.of("1.1.0"),
                Optional.of("CN=us"),
                Set.of(Use.CALLS, Use.AUDIO),
                Set.of(Use.AUDIO),
                Load.NONE,
                List.of(new Delivery("<b>", "CallListener", 7, 3, Duration.ofMillis(12), Duration.ZERO, true)));
        Snapshot snapshot = new Snapshot(
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(new PluginView(plugin, 2.5)),
                List.of(),
                Map.of(),
                List.of());
        String text = parse(Page.rows(Table.PLUGINS, snapshot, Samples.BEGAN, true))
                .getDocumentElement()
                .getTextContent();
        for (String part : List.of(
                "<b> 1.2.0",
                "quarantined",
                "CN=us",
                "audio denied",
                "2.5/s · 3 waiting · 12.0 ms",
                "it ate all",
                "Release",
                "Back to 1.1.0")) {
            assertTrue(text.contains(part), part + " in " + text);
        }
        assertFalse(Page.rows(Table.PLUGINS, snapshot, Samples.BEGAN, false).contains("<button"));
    }

    @Test
    void aPastCallSaysHowItEnded() throws Exception {
        HistoryEntry missed = new HistoryEntry(
                Samples.MINE,
                "1",
                Direction.IN,
                new Party("44", "<i>"),
                Samples.BEGAN,
                Optional.empty(),
                Optional.empty(),
                "sales",
                false);
        Snapshot snapshot = new Snapshot(
                List.of(), List.of(), List.of(), Map.of(), List.of(missed), List.of(), List.of(), Map.of(), List.of());
        String text = parse(Page.rows(Table.HISTORY, snapshot, Samples.BEGAN, false))
                .getDocumentElement()
                .getTextContent();
        assertTrue(text.contains("<i>") && text.contains("missed") && text.contains("sales"), text);
    }

    @Test
    void whatHealthChecksAndTheTrailSayIsEscaped() throws Exception {
        String hostile = "<script>alert(\"1\")</script>\u202e${x}";
        Snapshot snapshot = new Snapshot(
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(new Finding("connection", Finding.Severity.CRITICAL, hostile)));
        String health = parse(Page.rows(Table.HEALTH, snapshot, Samples.BEGAN, false))
                .getDocumentElement()
                .getTextContent();
        assertEquals("connectiondoes not work" + hostile, health);
        String audit = AuditRows.table(List.of(
                Map.of("time", "2026-01-01T00:00:00Z", "event", "CONSOLE_REFUSED", "who", hostile, "what", hostile),
                Map.of("time", hostile)));
        assertTrue(parse(audit).getDocumentElement().getTextContent().contains("console refused"), audit);
        assertFalse(audit.contains("<script>") || audit.contains("${"), audit);
    }

    private static String accounts(boolean secure) {
        Snapshot snapshot =
                new Snapshot(List.of(Samples.account(ConnectionState.REGISTERED, secure)), List.of(), List.of());
        return Page.rows(Table.ACCOUNTS, snapshot, Samples.BEGAN, false);
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
