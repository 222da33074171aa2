package dev.tenon.runtime.internal.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Batches grow until they take the target duration, and shrink at once if the server is slow. */
class BatchSizeTest {

    private final BatchSize size = new BatchSize();

    @Test
    void growsTwofoldAtMost() {
        long first = size.blocks();
        size.completed(first, Duration.ofNanos(0));
        assertThat(size.blocks()).isEqualTo(2 * first);
        for (int i = 0; i < 40; i++) {
            size.completed(size.blocks(), Duration.ofMillis(1));
        }
        assertThat(size.blocks()).isEqualTo(8192);
    }

    @Test
    void shrinksAtOnceToTheTargetDuration() {
        long first = size.blocks();
        size.completed(first, Duration.ofMillis(800));
        assertThat(size.blocks()).isEqualTo(first / 8);
        size.completed(size.blocks(), Duration.ofSeconds(60));
        assertThat(size.blocks()).isEqualTo(1);
    }

    @Test
    void staysAtTheTargetDuration() {
        long first = size.blocks();
        size.completed(first, Duration.ofMillis(100));
        assertThat(size.blocks()).isEqualTo(first);
    }

    @Test
    void halvesAfterATimeoutDownToOneBlock() {
        size.timedOut(8);
        assertThat(size.blocks()).isEqualTo(4);
        size.timedOut(1);
        assertThat(size.blocks()).isEqualTo(1);
    }

    @Test
    void pausesForAPartOfTheBatchDuration() {
        size.completed(32, Duration.ofMillis(50));
        assertThat(size.pause()).isEqualTo(Duration.ofMillis(10));
        size.completed(32, Duration.ofSeconds(60));
        assertThat(size.pause()).isEqualTo(Duration.ofMillis(100));
    }
}
