package pbx.simulator.http;

/**
 * Who may come in.
 *
 * @param password of every extension; empty lets none in
 * @param admin the system administrator's name
 * @param adminPassword empty lets no administrator in
 */
public record Credentials(String password, String admin, String adminPassword) {
    /** Never shows the passwords. */
    @Override
    public String toString() {
        return "Credentials[admin=" + admin + "]";
    }
}
