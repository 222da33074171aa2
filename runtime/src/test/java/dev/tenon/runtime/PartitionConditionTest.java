package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.IndexKey;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.PartitionBound.End;
import dev.tenon.schema.PartitionStrategy;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.internal.sql.PartitionConditionSql;
import dev.tenon.schema.internal.sql.PartitionSql;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The server recognizes the condition of every bound as its own, so that it attaches a partition without a scan. */
class PartitionConditionTest {

    private static final List<End> ENDS = List.of(End.FIRST, End.of("1"), End.of("2"), End.of("3"), End.LAST);

    @Test
    void noBoundNeedsAScan() throws SQLException {
        List<PartitionBound> lists = List.of(
                new PartitionBound.Values(List.of("1"), false),
                new PartitionBound.Values(List.of("1", "3"), false),
                new PartitionBound.Values(List.of("1", "3"), true),
                new PartitionBound.Values(List.of(), true));
        Random random = new Random(1);
        try (Scratch scratch = Scratch.create()) {
            for (PartitionBound bound : lists) {
                attach(new Partitioning(PartitionStrategy.LIST, keys("a"), List.of(), false), bound, scratch);
            }
            for (int columns = 1; columns <= 3; columns++) {
                List<IndexKey> keys = keys("a", "b", "c").subList(0, columns);
                for (int i = 0; i < 15 * columns; i++) {
                    attach(
                            new Partitioning(PartitionStrategy.RANGE, keys, List.of(), false),
                            range(columns, random),
                            scratch);
                }
            }
        }
    }

    private static List<IndexKey> keys(String... columns) {
        return List.of(columns).stream().map(IndexKey::column).toList();
    }

    private static PartitionBound range(int columns, Random random) {
        while (true) {
            List<Integer> from = ends(columns, random);
            List<Integer> to = ends(columns, random);
            for (int i = 0; i < columns; i++) {
                int order = from.get(i) - to.get(i);
                if (order < 0) {
                    return new PartitionBound.Range(
                            from.stream().map(ENDS::get).toList(),
                            to.stream().map(ENDS::get).toList());
                }
                if (order > 0 || ENDS.get(from.get(i)) == End.FIRST || ENDS.get(from.get(i)) == End.LAST) {
                    break;
                }
            }
        }
    }

    /** Every end after an open one is the same open one. */
    private static List<Integer> ends(int columns, Random random) {
        List<Integer> ends = new ArrayList<>();
        while (ends.size() < columns) {
            int before = ends.isEmpty() ? 1 : ends.get(ends.size() - 1);
            boolean open = before == 0 || before == ENDS.size() - 1;
            ends.add(open ? before : random.nextInt(ENDS.size()));
        }
        return ends;
    }

    private static void attach(Partitioning partitioning, PartitionBound bound, Scratch scratch) throws SQLException {
        String condition = PartitionConditionSql.of(partitioning, bound).orElseThrow();
        String attach = "ALTER TABLE t ATTACH PARTITION part " + PartitionSql.bound(bound);
        List<String> messages = new ArrayList<>();
        try (Statement statement = scratch.connection().createStatement()) {
            statement.execute("DROP TABLE IF EXISTS t, part; CREATE TABLE t (a int, b int, c int) "
                    + PartitionSql.clause(partitioning) + "; CREATE TABLE rest PARTITION OF t DEFAULT;"
                    + " CREATE TABLE part (LIKE t); ALTER TABLE part ADD CHECK (" + condition + ");"
                    + " ALTER TABLE rest ADD CHECK (NOT (" + condition + ")); SET client_min_messages = debug1");
            statement.clearWarnings();
            statement.execute(attach);
            for (SQLWarning next = statement.getWarnings(); next != null; next = next.getNextWarning()) {
                messages.add(next.getMessage());
            }
            statement.execute("RESET client_min_messages");
        }
        assertThat(messages.stream().filter(message -> message.endsWith("is implied by existing constraints")))
                .as(attach + " with " + condition)
                .hasSize(2);
    }
}
