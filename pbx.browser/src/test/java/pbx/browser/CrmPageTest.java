package pbx.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** docs/examples/click-to-dial.html, a page of another origin, as a CRM would have it: it dials, shows the call and hangs up. */
@ExtendWith(Shared.class)
class CrmPageTest {
    /** Waits until the page shows what the test wants; written out, for the page's policy forbids eval. */
    private static final String UNTIL =
            """
            const test = () => %s;
            return new Promise(done => {
              const observer = new MutationObserver(look);
              function look() { if (test()) { observer.disconnect(); done(test()); } }
              observer.observe(document, {subtree: true, childList: true, characterData: true});
              look();
            });
            """;

    @Test
    void aButtonOfAPageDials(Offices offices) throws Exception {
        Office office = offices.at(Dialect.LEGACY);
        Browser page = office.example("click-to-dial.html");
        office.platform.say("pbx:token page operator --json");
        String token = office.platform.printsNext("\"token\":\"pbx_").replaceFirst(".*\"token\":\"([^\"]*)\".*", "$1");
        fill(page, "server", "http://127.0.0.1:" + office.platform.consolePort);
        fill(page, "token", token);
        page.run("document.querySelector('#access button').click()");
        until(page, "document.getElementById('said').textContent === 'connected'");

        page.run("document.querySelector('[data-number=\"601\"]').click()");
        until(page, "document.getElementById('calls').textContent.includes('ACTIVE')");
        page.run("[...document.querySelectorAll('#calls button')].find(b => b.textContent === 'Hang up').click()");
        until(page, "!document.querySelector('#calls tr')");
        assertEquals("connected", page.run("return document.getElementById('said').textContent"));

        fill(page, "token", "pbx_wrong");
        page.run("document.querySelector('[data-number=\"601\"]').click()");
        until(page, "document.getElementById('said').textContent.includes('pbx:token')");
    }

    private static void fill(Browser page, String field, String value) {
        page.run("document.getElementById(arguments[0]).value = arguments[1]", field, value);
    }

    private static void until(Browser page, String condition) {
        page.run(UNTIL.formatted(condition));
    }
}
