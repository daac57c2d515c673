package pbx.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import pbx.simulator.faults.Fault;
import pbx.simulator.wire.Json;

/**
 * How the PBX stands.
 *
 * @param server the {@code Server} header
 * @param time the PBX's own
 * @param sockets the extension of each open socket
 * @param scripted the states of the calls of each scripted phone, by extension
 * @param faults by extension
 * @param refusing whether all logins fail
 */
public record Status(
        String server,
        Instant time,
        List<String> tenants,
        List<String> sockets,
        Map<String, List<String>> scripted,
        Map<String, List<Fault>> faults,
        boolean refusing) {

    ObjectNode json() {
        ObjectNode json = Json.object().put("server", server).put("time", time.toString());
        tenants.forEach(json.putArray("tenants")::add);
        sockets.forEach(json.putArray("sockets")::add);
        ObjectNode phones = json.putObject("scripted");
        scripted.forEach((extension, states) -> states.forEach(phones.putArray(extension)::add));
        ObjectNode wrong = json.putObject("faults");
        faults.forEach((extension, list) -> {
            ArrayNode rows = wrong.putArray(extension);
            list.forEach(fault -> rows.add(fault.toString()));
        });
        return json.put("refusing", refusing);
    }
}
