package example;

import dev.tenon.annotation.Default;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Table;
import java.time.Instant;

/** What a component says itself goes before what its interface says. */
@Table
record Note(@Id long id, @Default("1") int version, Instant createdAt) implements Timed, Comparable<Note> {
    @Override
    public int compareTo(Note other) {
        return Long.compare(id, other.id);
    }
}
