package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Long;
import java.lang.String;
import java.time.Instant;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Event_ {
    public static final String TABLE = "event";
    public static final String ID = "id";
    public static final String OCCURRED_AT = "occurred_at";
    public static final String KIND = "kind";
    public static final ColumnRef<Event, Long> id = new ColumnRef<Event, Long>("public", "event", "id");
    public static final ColumnRef<Event, Instant> occurredAt = new ColumnRef<Event, Instant>("public", "event", "occurred_at");
    public static final ColumnRef<Event, String> kind = new ColumnRef<Event, String>("public", "event", "kind");

    private Event_() {}
}
