package pbx.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PictureTest {
    private final Picture<String, Integer> picture = new Picture<>(2);

    @Test
    void aWaiterSeesEachChangeHoweverShortItLasts() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Integer> two = CompletableFuture.supplyAsync(() -> picture.await(
                all -> {
                    waiting.countDown();
                    return all.contains(2) ? Optional.of(2) : Optional.empty();
                },
                Stages.PATIENCE,
                all -> ""));
        waiting.await(30, TimeUnit.SECONDS);
        for (int value = 0; value < 5; value++) {
            picture.put("a", value, (known, told) -> told);
        }
        assertEquals(2, two.get(30, TimeUnit.SECONDS));
        assertEquals(0, picture.waiting());
    }

    @Test
    void theFirstToldIsForgottenFirst() {
        for (int value = 0; value < 5; value++) {
            picture.put("k" + value, value, (known, told) -> told);
        }
        assertEquals(java.util.List.of(3, 4), picture.all());
    }
}
