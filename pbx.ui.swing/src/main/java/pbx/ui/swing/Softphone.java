package pbx.ui.swing;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
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
import pbx.api.call.Numbers;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionListener;
import pbx.api.history.History;
import pbx.api.history.HistoryChange;
import pbx.api.history.HistoryListener;
import pbx.api.media.Devices;
import pbx.api.media.Qualities;
import pbx.api.media.QualityChange;
import pbx.api.media.QualityListener;
import pbx.api.message.ChatChange;
import pbx.api.message.ChatListener;
import pbx.api.message.Chats;
import pbx.api.message.VoicemailChange;
import pbx.api.message.VoicemailListener;
import pbx.api.message.Voicemails;
import pbx.api.presence.PresenceChange;
import pbx.api.presence.PresenceListener;
import pbx.api.presence.Presences;
import pbx.api.settings.Pages;
import pbx.api.status.Readiness;
import pbx.api.view.CallAction;
import pbx.api.view.PersonAction;
import pbx.api.view.View;

/**
 * The softphone: a plugin like any other, built on {@code pbx.api} alone. What it shows it has been told; what it is asked it
 * passes on. It may be replaced at any moment: the next one is told everything again.
 */
@Component(
        immediate = true,
        configurationPid = Softphone.PID,
        property = Readiness.PART + "=softphone",
        service = {
            Softphone.class,
            CallListener.class,
            PresenceListener.class,
            ConnectionListener.class,
            QualityListener.class,
            HistoryListener.class,
            VoicemailListener.class,
            ChatListener.class,
            Readiness.class
        },
        // What comes and goes; the window says what is missing when it is asked for.
        reference = {
            @Reference(
                    name = "Calls",
                    service = Calls.class,
                    cardinality = ReferenceCardinality.OPTIONAL,
                    policy = ReferencePolicy.DYNAMIC,
                    policyOption = ReferencePolicyOption.GREEDY,
                    bind = "use",
                    unbind = "drop"),
            @Reference(
                    name = "Presences",
                    service = Presences.class,
                    cardinality = ReferenceCardinality.OPTIONAL,
                    policy = ReferencePolicy.DYNAMIC,
                    policyOption = ReferencePolicyOption.GREEDY,
                    bind = "use",
                    unbind = "drop"),
            @Reference(
                    name = "Numbers",
                    service = Numbers.class,
                    cardinality = ReferenceCardinality.OPTIONAL,
                    policy = ReferencePolicy.DYNAMIC,
                    policyOption = ReferencePolicyOption.GREEDY,
                    bind = "use",
                    unbind = "drop"),
            @Reference(
                    name = "Devices",
                    service = Devices.class,
                    cardinality = ReferenceCardinality.OPTIONAL,
                    policy = ReferencePolicy.DYNAMIC,
                    policyOption = ReferencePolicyOption.GREEDY,
                    bind = "use",
                    unbind = "drop"),
            @Reference(
                    name = "Qualities",
                    service = Qualities.class,
                    cardinality = ReferenceCardinality.OPTIONAL,
                    policy = ReferencePolicy.DYNAMIC,
                    policyOption = ReferencePolicyOption.GREEDY,
                    bind = "use",
                    unbind = "drop"),
            @Reference(
                    name = "History",
                    service = History.class,
                    cardinality = ReferenceCardinality.OPTIONAL,
                    policy = ReferencePolicy.DYNAMIC,
                    policyOption = ReferencePolicyOption.GREEDY,
                    bind = "use",
                    unbind = "drop"),
            @Reference(
                    name = "Voicemails",
                    service = Voicemails.class,
                    cardinality = ReferenceCardinality.OPTIONAL,
                    policy = ReferencePolicy.DYNAMIC,
                    policyOption = ReferencePolicyOption.GREEDY,
                    bind = "use",
                    unbind = "drop"),
            @Reference(
                    name = "Chats",
                    service = Chats.class,
                    cardinality = ReferenceCardinality.OPTIONAL,
                    policy = ReferencePolicy.DYNAMIC,
                    policyOption = ReferencePolicyOption.GREEDY,
                    bind = "use",
                    unbind = "drop"),
            @Reference(
                    name = "Pages",
                    service = Pages.class,
                    cardinality = ReferenceCardinality.OPTIONAL,
                    policy = ReferencePolicy.DYNAMIC,
                    policyOption = ReferencePolicyOption.GREEDY,
                    bind = "use",
                    unbind = "drop")
        })
@Designate(ocd = Settings.class)
public final class Softphone
        implements CallListener,
                PresenceListener,
                ConnectionListener,
                QualityListener,
                HistoryListener,
                VoicemailListener,
                ChatListener,
                Readiness {
    static final String PID = "pbx.ui.swing";

    private final Clock clock = Clock.systemUTC();
    final Scene scene = new Scene();
    private final Front front = new Front(scene, clock);

    @Activate
    public Softphone(Settings settings) {
        modified(settings);
    }

    @Modified
    void modified(Settings settings) {
        Kept kept = Kept.of(settings);
        scene.change(desk -> desk.with(kept));
        front.open(Choice.of(settings));
    }

    @Deactivate
    void deactivate() {
        front.close();
        scene.close();
    }

    /** What a link or the command line asks for; see {@link DialRequests#dial}. */
    CompletionStage<String> dial(String text) {
        return front.dial(text);
    }

    void use(Object service) {
        front.services().use(service);
    }

    void drop(Object service) {
        front.services().drop(service);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindView(View view, Map<String, ?> properties) {
        scene.views.add(view, properties);
    }

    void unbindView(View view) {
        scene.views.remove(view);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindCallAction(CallAction action, Map<String, ?> properties) {
        scene.callActions.add(action, properties);
    }

    void unbindCallAction(CallAction action) {
        scene.callActions.remove(action);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindPersonAction(PersonAction action, Map<String, ?> properties) {
        scene.personActions.add(action, properties);
    }

    void unbindPersonAction(PersonAction action) {
        scene.personActions.remove(action);
    }

    @Reference(
            service = Supplier.class,
            target = "(" + View.TITLE + "=*)",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void bindComponent(Supplier<?> component, Map<String, ?> properties) {
        scene.components.add(component, properties);
    }

    void unbindComponent(Supplier<?> component) {
        scene.components.remove(component);
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
    public void qualityChanged(QualityChange change) {
        scene.change(desk -> desk.with(change));
    }

    @Override
    public void historyChanged(HistoryChange change) {
        scene.change(desk -> desk.with(desk.mail().with(change)));
    }

    @Override
    public void voicemailChanged(VoicemailChange change) {
        scene.change(desk -> desk.with(desk.mail().with(change)));
    }

    @Override
    public void chatChanged(ChatChange change) {
        scene.change(desk -> desk.with(desk.mail().with(change)));
    }

    @Override
    public CompletionStage<String> ready() {
        return front.ready();
    }
}
