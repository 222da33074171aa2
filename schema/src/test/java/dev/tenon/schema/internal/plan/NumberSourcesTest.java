package dev.tenon.schema.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SequenceOptions;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.generate.MigrationDraft;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A new source of a column's numbers continues after the old one. */
class NumberSourcesTest {

    @Test
    void anIdentityGoesOnWhereASequenceStandsWhoseNameATableTakes() {
        QualifiedName name = QualifiedName.parse("number");
        Column id = Column.of("id", ColumnType.builtin("bigint"));
        Schema before = Schema.EMPTY
                .withSequences(List.of(Sequence.of(name)))
                .withTables(List.of(Table.of(
                        QualifiedName.parse("t"),
                        List.of(id.withDefault(Optional.of(new ColumnDefault.Expression("nextval('number')")))))));
        Schema after = Schema.EMPTY.withTables(List.of(
                Table.of(name, List.of(id)),
                Table.of(
                        QualifiedName.parse("t"),
                        List.of(id.withDefault(
                                Optional.of(new ColumnDefault.Identity(false, SequenceOptions.DEFAULT)))))));
        MigrationDraft draft = MigrationDraft.of(
                before,
                new CompiledSnapshot(after, MigrationHints.NONE, Map.of()),
                Set.of("drop-sequence:number"));
        assertThat(draft.findings()).isEmpty();
        assertThat(draft.notes()).anyMatch(note -> note.contains("setval(") && note.contains("number_tenon_old"));
    }
}
