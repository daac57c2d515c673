package pbx.messages;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import pbx.api.plugin.Admission;
import pbx.listeners.Border;

/** Who may read past calls, voicemail and chat: one border for all three. */
@Component(service = Admissions.class)
public final class Admissions {
    final Border border = new Border();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindAdmission(Admission admission) {
        border.set(admission);
    }

    void unbindAdmission(Admission admission) {
        border.unset(admission);
    }
}
