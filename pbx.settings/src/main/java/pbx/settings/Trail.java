package pbx.settings;

import java.util.Map;
import java.util.Set;
import pbx.audit.AuditFile;
import pbx.audit.Difference;

/** Changes of configurations, for the audit trail: by a file here, or elsewhere, where another bundle may know who it was. */
final class Trail {
    private final AuditFile audit;
    private final Definitions definitions;

    /** @param definitions whoever writes into the trail has just refreshed them */
    Trail(AuditFile audit, Definitions definitions) {
        this.audit = audit;
        this.definitions = definitions;
    }

    void set(Kept former, Map<String, Object> values) {
        changed("file", former, values);
    }

    void setElsewhere(Kept former, Map<String, Object> values) {
        changed("elsewhere", former, values);
    }

    void removed(Kept kept) {
        audit.write("CONFIGURATION_REMOVED", "by", "file", "pid", kept.pid(), "file", file(kept));
    }

    void removedElsewhere(Kept kept) {
        audit.write("CONFIGURATION_REMOVED", "by", "elsewhere", "pid", kept.pid(), "file", file(kept));
    }

    void refused(String pid, String why) {
        audit.write("CONFIGURATION_REFUSED", "by", "elsewhere", "pid", pid, "reason", why);
    }

    private void changed(String by, Kept former, Map<String, Object> values) {
        Set<String> secrets = definitions.of(former.name().pid()).secrets();
        String change = Difference.of(Texts.of(former.values()), Texts.of(values), secrets::contains);
        if (!change.isEmpty()) {
            audit.write("CONFIGURED", "by", by, "pid", former.name().pid(), "file", file(former), "change", change);
        }
    }

    private static String file(Kept kept) {
        return Plain.text(kept.file());
    }
}
