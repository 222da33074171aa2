package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Integer;
import java.lang.String;
import java.util.List;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
public final class Nullness_ {
    public static final String TABLE = "nullness";
    public static final String ID = "id";
    public static final String REQUIRED = "required";
    public static final String OPTIONAL = "optional";
    public static final String JSPECIFY = "jspecify";
    public static final String OF_SOMEBODY = "of_somebody";
    public static final String SAID = "said";
    public static final String NULLABLE_ARRAY = "nullable_array";
    public static final String ARRAY_OF_NULLABLES = "array_of_nullables";
    public static final String LIST_OF_NULLABLES = "list_of_nullables";
    public static final ColumnRef<Nullness, Integer> id = new ColumnRef<Nullness, Integer>("public", "nullness", "id");
    public static final ColumnRef<Nullness, String> required = new ColumnRef<Nullness, String>("public", "nullness", "required");
    public static final ColumnRef<Nullness, String> optional = new ColumnRef<Nullness, String>("public", "nullness", "optional");
    public static final ColumnRef<Nullness, String> jspecify = new ColumnRef<Nullness, String>("public", "nullness", "jspecify");
    public static final ColumnRef<Nullness, String> ofSomebody = new ColumnRef<Nullness, String>("public", "nullness", "of_somebody");
    public static final ColumnRef<Nullness, String> said = new ColumnRef<Nullness, String>("public", "nullness", "said");
    public static final ColumnRef<Nullness, int[]> nullableArray = new ColumnRef<Nullness, int[]>("public", "nullness", "nullable_array");
    public static final ColumnRef<Nullness, String[]> arrayOfNullables = new ColumnRef<Nullness, String[]>("public", "nullness", "array_of_nullables");
    public static final ColumnRef<Nullness, List<String>> listOfNullables = new ColumnRef<Nullness, List<String>>("public", "nullness", "list_of_nullables");

    private Nullness_() {}
}
