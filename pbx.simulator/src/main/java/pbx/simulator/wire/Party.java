package pbx.simulator.wire;

/** One end of a call, as the wire names it. */
public record Party(String number, String name, String domain) {

    /** The form of a SIP header: {@code "Name" <sip:number@domain>}. */
    public String header() {
        String quoted = name.replace("\\", "\\\\").replace("\"", "\\\"");
        return "\"" + quoted + "\" <sip:" + number + "@" + domain + ">";
    }
}
