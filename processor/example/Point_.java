package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.String;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Point_ {
    public static final String TABLE = "point";
    public static final String ID = "id";
    public static final ColumnRef<Point, UUID> id = new ColumnRef<Point, UUID>("public", "point", "id");

    private Point_() {}
}
