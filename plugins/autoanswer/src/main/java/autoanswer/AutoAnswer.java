package autoanswer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallId;
import pbx.api.call.CallListener;
import pbx.api.call.Calls;

/** Answers calls of chosen numbers by itself. */
@Component(immediate = true, configurationPid = "autoanswer")
@Designate(ocd = Configuration.class)
public final class AutoAnswer implements CallListener {
    private static final Logger LOG = LoggerFactory.getLogger(AutoAnswer.class);

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
        Thread made = new Thread(work, "autoanswer");
        made.setDaemon(true);
        return made;
    });
    /** Such a call is RINGING until its answer is on the wire. */
    private final Map<CallId, CompletionStage<Call>> answering = new ConcurrentHashMap<>();

    private volatile Rule rule;
    private volatile Calls calls;

    @Activate
    public AutoAnswer(Configuration configuration) {
        this(Rule.of(configuration));
    }

    AutoAnswer(Rule rule) {
        this.rule = rule;
    }

    /** A call that rings already may be wanted from now on. */
    @Modified
    void modified(Configuration configuration) {
        Rule before = rule;
        Rule now = Rule.of(configuration);
        rule = now;
        Calls service = calls;
        if (service != null) {
            service.list().stream()
                    .filter(call -> now.wants(call) && !before.wants(call))
                    .forEach(call -> answerLater(call, now));
        }
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    /** What rings may have been told while there was no call control to answer it. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bind(Calls service) {
        calls = service;
        Rule now = rule;
        service.list().stream().filter(now::wants).forEach(call -> answerLater(call, now));
    }

    void unbind(Calls service) {
        if (calls == service) {
            calls = null;
        }
    }

    /**
     * Also of a call that is told again, since call control was replaced: what the one before was asked may have come to
     * nothing. A timer too many does no harm, see {@link #answer(CallId)}, and an answer asked for twice is one answer.
     */
    @Override
    public void callChanged(CallChange change) {
        Rule now = rule;
        if (now.wants(change.after()) && change.before().filter(now::wants).isEmpty()) {
            answerLater(change.after(), now);
        }
    }

    private void answerLater(Call call, Rule now) {
        if (!thread.isShutdown()) {
            CallId id = call.id();
            var unused = thread.schedule(() -> answer(id), now.delay().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Looks anew: while it rang, the caller may have become another, somebody may have answered, the rule may have changed. */
    private void answer(CallId id) {
        Rule now = rule;
        Calls service = calls;
        if (service == null) {
            LOG.info("call {} is not answered: no call control", id);
            return;
        }
        Set<CallId> underWay = Set.copyOf(answering.keySet()); // before the list: what is done meanwhile counts as well
        List<Call> list = service.list();
        if (list.stream().noneMatch(call -> call.id().equals(id) && now.wants(call))) {
            LOG.debug("call {} is not answered: it is not what it was", id);
        } else if (now.onlyFree()
                && list.stream()
                        .anyMatch(call -> !call.id().equals(id) && (!call.offered() || underWay.contains(call.id())))) {
            LOG.info("call {} is not answered: another call is up", id);
        } else {
            answer(service, id);
        }
    }

    private void answer(Calls service, CallId id) {
        CompletionStage<Call> stage = service.answer(id);
        answering.put(id, stage);
        stage.whenComplete((call, failure) -> {
            answering.remove(id, stage);
            if (failure == null) {
                LOG.info("call {} was answered", id);
            } else {
                LOG.warn("call {} was not answered: {}", id, failure.getMessage());
            }
        });
    }
}
