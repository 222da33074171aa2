package dev.tenon.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Storage options of a column that differ from the defaults of its type.
 *
 * @param strategy whether large values are compressed or stored out of line
 * @param compression how large values are compressed
 * @param statistics the statistics target of {@code ANALYZE}
 */
public record ColumnStorage(
        Optional<Strategy> strategy, Optional<Compression> compression, Optional<Integer> statistics) {

    /** The defaults of the column's type. */
    public static final ColumnStorage DEFAULT = new ColumnStorage(Optional.empty(), Optional.empty(), Optional.empty());

    public ColumnStorage {
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(compression, "compression");
        Objects.requireNonNull(statistics, "statistics");
    }

    /**
     * Whether large values are compressed or stored out of line.
     *
     * @see <a href="https://www.postgresql.org/docs/current/storage-toast.html">TOAST</a>
     */
    public enum Strategy {
        PLAIN,
        MAIN,
        EXTERNAL,
        EXTENDED
    }

    /** How large values are compressed. */
    public enum Compression {
        PGLZ,
        LZ4
    }

    /** The explicit options, in SQL's syntax. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        strategy.ifPresent(each -> words.add("STORAGE " + each));
        compression.ifPresent(each -> words.add("COMPRESSION " + each));
        statistics.ifPresent(each -> words.add("STATISTICS " + each));
        return words.isEmpty() ? "usual" : String.join(" ", words);
    }
}
