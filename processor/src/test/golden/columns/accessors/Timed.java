package example;

import dev.tenon.annotation.Default;
import dev.tenon.annotation.Index;
import java.time.Instant;

/** Annotations that apply to the components of implementing records. */
interface Timed extends Versioned {
    @Default("now()")
    @Index
    Instant createdAt();
}
