package pbx.itest;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.connection.Message;
import pbx.api.connection.MessageListener;

/** An account that talks with {@link SwapPhone} while parts of the platform are away for a moment. */
final class SwapMoment implements AutoCloseable {
    /** What stands between the PBX and the engine. */
    static final List<SwapPart> MIDDLE = List.of(SwapPart.TRANSPORT, SwapPart.CALLCONTROL, SwapPart.MEDIA);

    final Office office = new Office();
    final AccountId mine = office.account("45");
    final SwapPhone phone = new SwapPhone(office);
    private final Watched<Message> wire = new Watched<>();
    private final ServiceRegistration<MessageListener> inspector;

    SwapMoment() throws Exception {
        // one that wants everything, as inspectors do: what it hears is not call control's to miss
        inspector = FrameworkUtil.getBundle(SwapMoment.class)
                .getBundleContext()
                .registerService(
                        MessageListener.class,
                        (account, message) -> wire.add(message),
                        FrameworkUtil.asDictionary(Map.of(MessageListener.KINDS, "*")));
    }

    /** What was told until now does not count. */
    void begin() {
        wire.forget();
        office.calls.forget();
        office.medias.forget();
    }

    void stop(List<SwapPart> parts) throws BundleException {
        for (SwapPart part : parts) {
            office.bundle(part.bundle).stop();
        }
    }

    void start(List<SwapPart> parts) throws BundleException {
        for (SwapPart part : parts) {
            office.bundle(part.bundle).start();
        }
    }

    void restart(SwapPart part) throws BundleException {
        stop(List.of(part));
        start(List.of(part));
    }

    /** Something happens while these are away; they come back when {@code kind} has come, or at once if nothing can come. */
    void meanwhile(List<SwapPart> parts, String kind, Deed deed) throws Exception {
        stop(parts);
        deed.run();
        if (!parts.contains(SwapPart.TRANSPORT)) {
            wire.await(kind, message -> message.kind().equals(kind));
        }
        start(parts);
    }

    interface Deed {
        void run() throws Exception;
    }

    /** The phone rings, and we hear that it does. */
    Call ringingThere() throws Exception {
        return office.await(office.dial(mine, SwapPhone.NUMBER), CallState.RINGING);
    }

    Call ringingHere() throws Exception {
        phone.dial("45");
        return office.ringing(mine);
    }

    Call talking() throws Exception {
        Call call = ringingThere();
        phone.answer();
        return office.await(call, CallState.ACTIVE);
    }

    Call now(Call call) {
        return office.calls().list().stream()
                .filter(one -> one.id().equals(call.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no call " + call.id()));
    }

    /** Waits until it is so; looked at whenever something of a call is told. */
    void await(String what, BooleanSupplier so) throws InterruptedException {
        if (!so.getAsBoolean()) {
            office.calls.await(what, change -> so.getAsBoolean());
        }
    }

    void known(Call call) throws InterruptedException {
        await("the call is known and reachable", () -> office.calls().list().stream()
                .anyMatch(one -> one.id().equals(call.id()) && one.reachable()));
    }

    /** The call that rings there at last: what is dialled while there is no transport fails, and is dialled again. */
    Call placed(CompletionStage<Call> dialling) throws Exception {
        // one whose audio was made ready is taken over: it is only not in the list yet
        if (cutShort(dialling)
                && office.calls().list().isEmpty()
                && office.engine().sessions("media").isEmpty()) {
            return ringingThere();
        }
        await("it rings there", () -> office.calls().list().stream()
                .anyMatch(call -> call.state() == CallState.RINGING));
        return office.calls().list().get(0);
    }

    boolean isUp(Call call) {
        return office.calls().list().stream().anyMatch(one -> one.id().equals(call.id()));
    }

    /** Whether a replacement cut the command short, which is all that may go wrong with it. */
    static boolean cutShort(CompletionStage<?> command) throws Exception {
        Throwable failure =
                command.handle((done, failed) -> failed).toCompletableFuture().get(20, TimeUnit.SECONDS);
        if (failure == null) {
            return false;
        }
        PbxException why = (PbxException) (failure instanceof CompletionException ? failure.getCause() : failure);
        if (why.reason() != PbxException.Reason.STOPPED && why.reason() != PbxException.Reason.NOT_CONNECTED) {
            throw why;
        }
        return true;
    }

    /** A command that is cut short is given once more, as the contract of STOPPED says. */
    void surely(Call call, Supplier<CompletionStage<Call>> command) throws Exception {
        known(call);
        if (cutShort(command.get())) {
            known(call);
            Office.get(command.get());
        }
    }

    /** Ends what is up; no audio session is left. */
    void end() throws Exception {
        for (Call call : office.calls().list()) {
            office.calls()
                    .hangUp(call.id())
                    .toCompletableFuture()
                    .handle((done, gone) -> done)
                    .get(20, TimeUnit.SECONDS);
            office.await(call, CallState.ENDED);
        }
        phone.hangUp();
        noSession();
    }

    void noSession() throws InterruptedException {
        if (!office.engine().sessions("media").isEmpty()) {
            office.medias.await(
                    "no session is left",
                    change -> office.engine().sessions("media").isEmpty());
        }
    }

    @Override
    public void close() throws Exception {
        inspector.unregister();
        office.close();
    }
}
