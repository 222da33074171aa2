package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Short;
import java.lang.String;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
public final class AllArrays_ {
    public static final String TABLE = "all_arrays";
    public static final String ID = "id";
    public static final String INTS = "ints";
    public static final String MATRIX = "matrix";
    public static final String STRINGS = "strings";
    public static final String BLOBS = "blobs";
    public static final String LIST = "list";
    public static final String LIST_OF_LISTS = "list_of_lists";
    public static final String SET = "set";
    public static final String SORTED_SET = "sorted_set";
    public static final String WILDCARD = "wildcard";
    public static final String COLOURS = "colours";
    public static final String MORE_COLOURS = "more_colours";
    public static final String OPTIONAL_LIST = "optional_list";
    public static final String CODES = "codes";
    public static final String PRICES = "prices";
    public static final ColumnRef<AllArrays, Integer> id = new ColumnRef<AllArrays, Integer>("public", "all_arrays", "id");
    public static final ColumnRef<AllArrays, int[]> ints = new ColumnRef<AllArrays, int[]>("public", "all_arrays", "ints");
    public static final ColumnRef<AllArrays, int[][]> matrix = new ColumnRef<AllArrays, int[][]>("public", "all_arrays", "matrix");
    public static final ColumnRef<AllArrays, String[]> strings = new ColumnRef<AllArrays, String[]>("public", "all_arrays", "strings");
    public static final ColumnRef<AllArrays, byte[][]> blobs = new ColumnRef<AllArrays, byte[][]>("public", "all_arrays", "blobs");
    public static final ColumnRef<AllArrays, List<String>> list = new ColumnRef<AllArrays, List<String>>("public", "all_arrays", "list");
    public static final ColumnRef<AllArrays, List<List<Integer>>> listOfLists = new ColumnRef<AllArrays, List<List<Integer>>>("public", "all_arrays", "list_of_lists");
    public static final ColumnRef<AllArrays, Set<UUID>> set = new ColumnRef<AllArrays, Set<UUID>>("public", "all_arrays", "set");
    public static final ColumnRef<AllArrays, SortedSet<Long>> sortedSet = new ColumnRef<AllArrays, SortedSet<Long>>("public", "all_arrays", "sorted_set");
    public static final ColumnRef<AllArrays, Collection<? extends Short>> wildcard = new ColumnRef<AllArrays, Collection<? extends Short>>("public", "all_arrays", "wildcard");
    public static final ColumnRef<AllArrays, List<AllArrays.Colour>> colours = new ColumnRef<AllArrays, List<AllArrays.Colour>>("public", "all_arrays", "colours");
    public static final ColumnRef<AllArrays, AllArrays.Colour[]> moreColours = new ColumnRef<AllArrays, AllArrays.Colour[]>("public", "all_arrays", "more_colours");
    public static final ColumnRef<AllArrays, List<String>> optionalList = new ColumnRef<AllArrays, List<String>>("public", "all_arrays", "optional_list");
    public static final ColumnRef<AllArrays, List<String>> codes = new ColumnRef<AllArrays, List<String>>("public", "all_arrays", "codes");
    public static final ColumnRef<AllArrays, BigDecimal[]> prices = new ColumnRef<AllArrays, BigDecimal[]>("public", "all_arrays", "prices");

    private AllArrays_() {}
}
