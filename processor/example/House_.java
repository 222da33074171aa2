package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Integer;
import java.lang.String;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class House_ {
    public static final String TABLE = "house";
    public static final String ID = "id";
    public static final ColumnRef<House, Integer> id = new ColumnRef<House, Integer>("public", "house", "id");

    private House_() {}
}
