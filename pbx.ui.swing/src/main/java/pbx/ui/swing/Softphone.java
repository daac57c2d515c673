package pbx.ui.swing;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import pbx.api.call.CallChange;
import pbx.api.call.CallListener;
import pbx.api.call.Calls;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionListener;
import pbx.api.presence.PresenceChange;
import pbx.api.presence.PresenceListener;
import pbx.api.presence.Presences;
import pbx.api.status.Readiness;
import pbx.api.view.View;

/**
 * The softphone: a plugin like any other, built on {@code pbx.api} alone. What it shows it has been told; what it is asked it
 * passes on. It may be replaced at any moment: the next one is told everything again.
 */
@Component(
        immediate = true,
        configurationPid = "pbx.ui.swing",
        property = Readiness.PART + "=softphone",
        service = {CallListener.class, PresenceListener.class, ConnectionListener.class, Readiness.class})
@Designate(ocd = Settings.class)
public final class Softphone implements CallListener, PresenceListener, ConnectionListener, Readiness {
    private final Clock clock = Clock.systemUTC();
    private final Scene scene = new Scene();
    private final Front front = new Front(scene, clock);

    @Activate
    public Softphone(Settings settings) {
        front.open(Choice.of(settings));
    }

    @Modified
    void modified(Settings settings) {
        front.open(Choice.of(settings));
    }

    @Deactivate
    void deactivate() {
        front.close();
        scene.views.close();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCalls(Calls calls) {
        front.services().use(calls);
    }

    void unbindCalls(Calls calls) {
        front.services().drop(calls);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindPresences(Presences presences) {
        front.services().use(presences);
    }

    void unbindPresences(Presences presences) {
        front.services().drop(presences);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindView(View view, Map<String, ?> properties) {
        scene.views.add(view, properties);
    }

    void unbindView(View view) {
        scene.views.remove(view);
    }

    @Override
    public void callChanged(CallChange change) {
        scene.change(desk -> desk.with(change, clock.instant()));
    }

    @Override
    public void presenceChanged(PresenceChange change) {
        scene.change(desk -> desk.with(change));
    }

    @Override
    public void connectionChanged(ConnectionChange change) {
        scene.change(desk -> desk.with(change));
    }

    @Override
    public CompletionStage<String> ready() {
        return front.ready();
    }
}
