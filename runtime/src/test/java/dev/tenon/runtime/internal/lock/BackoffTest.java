package dev.tenon.runtime.internal.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The patience of a backoff is for the time after a failure, not for work that took long before it. */
class BackoffTest {

    private final ScriptedPauses pauses = new ScriptedPauses(pause -> {});

    @Test
    void beginsWithTheFirstFailure() {
        Backoff backoff = backoff(Duration.ofSeconds(10));
        pauses.pause(Duration.ZERO);
        pauses.pause(Duration.ZERO);
        assertThat(backoff.isOver()).isFalse();
        backoff.pause();
        assertThat(backoff.isOver()).isFalse();
        backoff.pause();
        assertThat(backoff.isOver()).isTrue();
    }

    @Test
    void beginsAgainAfterProgress() {
        Backoff backoff = backoff(Duration.ofSeconds(10));
        assertThat(backoff.isOver()).isFalse();
        backoff.pause();
        backoff.pause();
        backoff.restart();
        assertThat(backoff.isOver()).isFalse();
    }

    @Test
    void withoutPatienceTheFirstFailureIsTheLast() {
        assertThat(backoff(Duration.ZERO).isOver()).isTrue();
    }

    private Backoff backoff(Duration patience) {
        return new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1), patience, pauses);
    }
}
