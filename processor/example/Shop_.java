package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.String;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Shop_ {
    public static final String TABLE = "shop";
    public static final String ID = "id";
    public static final String REGION = "region";
    public static final ColumnRef<Shop, UUID> id = new ColumnRef<Shop, UUID>("public", "shop", "id");
    public static final ColumnRef<Shop, String> region = new ColumnRef<Shop, String>("public", "shop", "region");

    private Shop_() {}
}
