package pbx.listeners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.view.Panel;
import pbx.api.view.Row;
import pbx.api.view.View;

class ViewsTest {
    private Views views = new Views();

    @AfterEach
    void close() {
        views.close();
    }

    @Test
    void aViewIsAskedByItsName() throws Exception {
        views.add(panel -> new Panel(List.of("A"), List.of(new Row("1", List.of(panel))), List.of()), named("log"));
        assertEquals(List.of(new Views.Named("log", "The log")), views.list());
        assertEquals("x", get(views.show("log", "x")).rows().get(0).cells().get(0));
        assertEquals(Reason.INVALID, reason(views.show("other", "")));
        assertEquals(Reason.UNSUPPORTED, reason(views.act("log", "no such action", Optional.empty())));
    }

    @Test
    void whatAViewThrowsIsAnErrorThatNamesIt() {
        views.add(
                search -> {
                    throw new NoClassDefFoundError("lost");
                },
                named("bad"));
        ExecutionException failure = assertThrows(ExecutionException.class, () -> get(views.show("bad", "")));
        assertTrue(failure.getCause().getMessage().contains("the view bad failed"));
    }

    @Test
    void aViewThatBlocksIsGivenUpAndTheOthersAnswer() throws Exception {
        views = new Views(Duration.ofSeconds(1));
        CountDownLatch release = new CountDownLatch(1);
        views.add(
                search -> {
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return new Panel(List.of(), List.of(), List.of());
                },
                named("slow"));
        views.add(search -> new Panel(List.of(), List.of(), List.of()), named("good"));
        CompletionStage<Panel> slow = views.show("slow", "");
        assertEquals(0, get(views.show("good", "")).rows().size());
        assertEquals(Reason.TIMED_OUT, reason(slow));
        release.countDown();
    }

    private static Map<String, String> named(String name) {
        return Map.of(View.NAME, name, View.TITLE, "The " + name);
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static Reason reason(CompletionStage<?> stage) {
        ExecutionException failure = assertThrows(ExecutionException.class, () -> get(stage));
        return ((PbxException) failure.getCause()).reason();
    }
}
