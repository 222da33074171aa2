package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Long;
import java.lang.String;
import java.time.Instant;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Counter_ {
    public static final String TABLE = "counter";
    public static final String CREATED_AT = "created_at";
    public static final String DELETED_AT = "deleted_at";
    public static final String ID = "id";
    public static final String NAME = "name";
    public static final String VALUE = "value";
    public static final ColumnRef<Counter, Instant> createdAt = new ColumnRef<Counter, Instant>("public", "counter", "created_at");
    public static final ColumnRef<Counter, Instant> deletedAt = new ColumnRef<Counter, Instant>("public", "counter", "deleted_at");
    public static final ColumnRef<Counter, String> id = new ColumnRef<Counter, String>("public", "counter", "id");
    public static final ColumnRef<Counter, String> name = new ColumnRef<Counter, String>("public", "counter", "name");
    public static final ColumnRef<Counter, Long> value = new ColumnRef<Counter, Long>("public", "counter", "value");

    private Counter_() {}
}
