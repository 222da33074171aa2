package example;

import dev.tenon.annotation.Column;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Table;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;

@Table
public class AllArrays {
    enum Colour {
        RED,
        GREEN
    }

    @Id
    int id;

    int[] ints;
    int[][] matrix;
    String[] strings;
    byte[][] blobs;
    List<String> list;
    List<List<Integer>> listOfLists;
    Set<UUID> set;
    SortedSet<Long> sortedSet;
    Collection<? extends Short> wildcard;
    List<Colour> colours;
    Colour[] moreColours;
    Optional<List<String>> optionalList;

    @Column(length = 10)
    List<String> codes;

    @Column(precision = 8, scale = 2)
    BigDecimal[] prices;
}
