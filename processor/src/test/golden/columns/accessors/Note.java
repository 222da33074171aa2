package example;

import dev.tenon.annotation.Default;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Table;
import java.time.Instant;

/** Annotations on a component take precedence over those of its interface. */
@Table
record Note(@Id long id, @Default("1") int version, Instant createdAt) implements Timed, Comparable<Note> {
    @Override
    public int compareTo(Note other) {
        return Long.compare(id, other.id);
    }
}
