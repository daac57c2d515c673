package pbx.simulator.http;

/** What a web session may do in one tenant. A session of another tenant may do nothing there. */
@FunctionalInterface
interface Rights {

    boolean mayActFor(String extension);
}
