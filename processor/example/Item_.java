package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Integer;
import java.lang.Object;
import java.lang.String;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
public final class Item_ {
    public static final String TABLE = "item";
    public static final String ID = "id";
    public static final String ATTRIBUTES = "attributes";
    public static final String SHAPE = "shape";
    public static final String ANYTHING = "anything";
    public static final ColumnRef<Item, Integer> id = new ColumnRef<Item, Integer>("public", "item", "id");
    public static final ColumnRef<Item, Map<String, List<Object>>> attributes = new ColumnRef<Item, Map<String, List<Object>>>("public", "item", "attributes");
    public static final ColumnRef<Item, Item.Shape> shape = new ColumnRef<Item, Item.Shape>("public", "item", "shape");
    public static final ColumnRef<Item, Object> anything = new ColumnRef<Item, Object>("public", "item", "anything");

    private Item_() {}
}
