package example;

import dev.tenon.annotation.Default;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

abstract class Timed {
    @Default("now()")
    Instant createdAt;

    @Nullable
    Instant deletedAt;
}
