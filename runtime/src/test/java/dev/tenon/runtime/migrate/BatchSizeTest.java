package dev.tenon.runtime.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Batches become as large as a moment allows, and smaller as soon as the server is slow. */
class BatchSizeTest {

    private final BatchSize size = new BatchSize();

    @Test
    void growsTwofoldAtMostHoweverFastTheServerIs() {
        long first = size.blocks();
        size.took(Duration.ofNanos(0));
        assertThat(size.blocks()).isEqualTo(2 * first);
        for (int i = 0; i < 40; i++) {
            size.took(Duration.ofMillis(1));
        }
        assertThat(size.blocks()).isEqualTo(65_536);
    }

    @Test
    void shrinksAtOnceToWhatFitsIntoAMoment() {
        long first = size.blocks();
        size.took(Duration.ofMillis(800));
        assertThat(size.blocks()).isEqualTo(first / 8);
        size.took(Duration.ofSeconds(60));
        assertThat(size.blocks()).isEqualTo(1);
    }

    @Test
    void staysWhereItTakesTheMomentThatItMay() {
        long first = size.blocks();
        size.took(Duration.ofMillis(100));
        assertThat(size.blocks()).isEqualTo(first);
    }

    @Test
    void leavesTheTableAloneForAPartOfTheTimeThatABatchTook() {
        size.took(Duration.ofMillis(50));
        assertThat(size.pause()).isEqualTo(Duration.ofMillis(10));
        size.took(Duration.ofSeconds(60));
        assertThat(size.pause()).isEqualTo(Duration.ofMillis(100));
    }
}
