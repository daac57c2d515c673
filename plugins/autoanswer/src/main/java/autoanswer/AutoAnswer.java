package autoanswer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
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
    private final Map<CallId, Future<?>> due = new ConcurrentHashMap<>();
    private volatile Rule rule;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    volatile Calls calls;

    @Activate
    public AutoAnswer(Configuration configuration) {
        this(Rule.of(configuration));
    }

    AutoAnswer(Rule rule) {
        this.rule = rule;
        thread.setRemoveOnCancelPolicy(true);
    }

    @Modified
    void modified(Configuration configuration) {
        rule = Rule.of(configuration);
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    @Override
    public void callChanged(CallChange change) {
        Call call = change.after();
        if (!call.offered()) {
            Future<?> waits = due.remove(call.id());
            if (waits != null) {
                waits.cancel(false);
            }
        } else if (rule.wants(call) && !thread.isShutdown()) {
            due.computeIfAbsent(
                    call.id(),
                    id -> thread.schedule(() -> answer(id), rule.delay().toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private void answer(CallId id) {
        Calls service = calls;
        if (service == null || (rule.onlyFree() && busy(service, id))) {
            LOG.info("call {} is not answered: {}", id, service == null ? "no call control" : "another call is up");
            return;
        }
        service.answer(id).whenComplete((call, failure) -> {
            if (failure == null) {
                LOG.info("call {} was answered", id);
            } else {
                LOG.warn("call {} was not answered: {}", id, failure.getMessage());
            }
        });
    }

    private static boolean busy(Calls service, CallId id) {
        return service.list().stream().anyMatch(call -> !call.id().equals(id) && !call.offered());
    }
}
