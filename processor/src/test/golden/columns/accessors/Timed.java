package example;

import dev.tenon.annotation.Default;
import dev.tenon.annotation.Index;
import java.time.Instant;

/** What the components of records have that implement it. */
interface Timed extends Versioned {
    @Default("now()")
    @Index
    Instant createdAt();
}
