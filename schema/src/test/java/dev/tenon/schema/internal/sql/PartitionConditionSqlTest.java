package dev.tenon.schema.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.IndexKey;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.PartitionStrategy;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartitionConditionSqlTest {

    @Test
    void valuesAreComparedByTheCollationOfTheKey() {
        IndexKey plain = IndexKey.column("code");
        IndexKey key = new IndexKey(
                plain.target(), plain.operatorClass(), Optional.of(QualifiedName.parse("pg_catalog.C")), plain.order());
        PartitionBound bound =
                new PartitionBound.Range(List.of(PartitionBound.End.of("A")), List.of(PartitionBound.End.of("a")));
        assertThat(PartitionConditionSql.of(
                        new Partitioning(PartitionStrategy.RANGE, List.of(key), List.of(), false), bound))
                .get()
                .asString()
                .contains("code COLLATE pg_catalog.\"C\" >= 'A'", "code COLLATE pg_catalog.\"C\" < 'a'");
    }
}
