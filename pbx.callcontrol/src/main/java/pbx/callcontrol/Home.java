package pbx.callcontrol;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import pbx.api.connection.ConnectionStatus;

/**
 * Where an account's numbers belong.
 *
 * @param country ISO 3166, upper case; empty if there is none, or none such
 * @param hosts the names under which {@code sip} addresses may call this PBX
 */
record Home(String country, Set<String> hosts) {
    static final Home NOWHERE = new Home("", Set.of());

    static Home of(ConnectionStatus status) {
        Set<String> hosts = new HashSet<>();
        hosts.add(status.tenant().toLowerCase(Locale.ROOT));
        try {
            String host = URI.create(status.server()).getHost();
            hosts.add(host == null ? "" : host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            hosts.remove(""); // a server that is no address has no name
        }
        String country = status.country().strip().toUpperCase(Locale.ROOT);
        boolean known = PhoneNumberUtil.getInstance().getSupportedRegions().contains(country);
        return new Home(known ? country : "", Set.copyOf(hosts));
    }
}
