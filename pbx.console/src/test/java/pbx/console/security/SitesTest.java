package pbx.console.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitesTest {
    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, same-origin, false",
        "Sec-Fetch-Site, none, false",
        "Sec-Fetch-Site, cross-site, true",
        "Sec-Fetch-Site, same-site, true",
        "Origin, http://127.0.0.1:8080, false",
        "Origin, http://evil.example, true",
        "Origin, http://127.0.0.1:8081, true",
        "Origin, http://127.0.0.1, true",
        "Origin, https://127.0.0.1:8080, true",
        "Origin, http://127.0.0.1.evil.example:8080, true",
        "Origin, null, true",
        "Origin, 'not a url', true",
        "User-Agent, curl, false"
    })
    void aChangeMustNotComeFromAnotherSite(String header, String value, boolean foreign) {
        for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
            assertEquals(foreign, Sites.foreign(new Exchange(method, header, value).request()), method);
        }
    }

    @Test
    void oneGoodSignDoesNotOutweighABadOne() {
        assertEquals(
                true,
                Sites.foreign(new Exchange("POST", "Sec-Fetch-Site", "same-origin", "Origin", "http://evil.example")
                        .request()));
    }

    @Test
    void aLinkFromElsewhereOpensAPage() {
        Exchange link = new Exchange(
                "GET", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");
        assertEquals(false, Sites.foreign(link.request()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "image", "iframe", "empty"})
    void nothingElseIsLoadedFromElsewhere(String destination) {
        Exchange load = new Exchange(
                "GET", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Dest", destination);
        assertEquals(true, Sites.foreign(load.request()));
    }
}
