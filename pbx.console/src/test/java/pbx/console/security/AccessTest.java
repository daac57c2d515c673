package pbx.console.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
    @ParameterizedTest
    @CsvSource({
        "GET, '', VIEWER",
        "GET, /, VIEWER",
        "GET, /res/ui/admin.css, VIEWER",
        "GET, /logout, VIEWER",
        "GET, /pbx, VIEWER",
        "HEAD, /pbx, VIEWER",
        "GET, /pbx/events, VIEWER",
        "POST, /pbx, ADMINISTRATOR",
        "GET, /pbxcalls, VIEWER",
        "POST, /pbxcalls, OPERATOR",
        "GET, /pbxplugins, OPERATOR",
        "POST, /pbxplugins, ADMINISTRATOR",
        "GET, /pbxviews, VIEWER",
        "POST, /pbxviews, OPERATOR",
        "POST, /pbxusers, VIEWER",
        "PUT, /pbx, ",
        "DELETE, /pbxusers, ",
        "OPTIONS, /pbx, ",
        "TRACE, /pbx, ",
        "GET, /pbxaudit, ADMINISTRATOR",
        "GET, /bundles, ADMINISTRATOR",
        "POST, /bundles, ADMINISTRATOR",
        "GET, /configMgr, ADMINISTRATOR",
        "GET, /status-System%20Properties, ADMINISTRATOR",
        "GET, /whatever-a-plugin-adds, ADMINISTRATOR",
        "GET, /status-scr, ",
        "GET, /status-scr.txt, ",
        "GET, /status-slingprops.txt, ADMINISTRATOR",
        "GET, /status-slingprops/res/x.js, ADMINISTRATOR",
        "GET, /status-slingprops/configuration-status-1.zip, ",
        "GET, /pbx.x, ADMINISTRATOR",
        "GET, /PBX, ADMINISTRATOR",
        "GET, //bundles, ADMINISTRATOR"
    })
    void aRoleIsNeeded(String method, String path, Role role) {
        assertEquals(
                Optional.ofNullable(role),
                Access.needed(new Exchange(method).at(path).request()));
    }
}
