package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Integer;
import java.lang.String;
import java.time.Instant;
import java.util.List;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Place_ {
    public static final String TABLE = "place";
    public static final String ID = "id";
    public static final String CODE = "code";
    public static final String NAME = "name";
    public static final String TAGS = "tags";
    public static final String PERIOD = "period";
    public static final String SEEN_AT = "seen_at";
    public static final ColumnRef<Place, Integer> id = new ColumnRef<Place, Integer>("public", "place", "id");
    public static final ColumnRef<Place, String> code = new ColumnRef<Place, String>("public", "place", "code");
    public static final ColumnRef<Place, String> name = new ColumnRef<Place, String>("public", "place", "name");
    public static final ColumnRef<Place, List<String>> tags = new ColumnRef<Place, List<String>>("public", "place", "tags");
    public static final ColumnRef<Place, String> period = new ColumnRef<Place, String>("public", "place", "period");
    public static final ColumnRef<Place, Instant> seenAt = new ColumnRef<Place, Instant>("public", "place", "seen_at");

    private Place_() {}
}
