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
        "POST, /pbx, OPERATOR",
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
