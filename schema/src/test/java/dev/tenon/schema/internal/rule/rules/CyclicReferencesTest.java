package dev.tenon.schema.internal.rule.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Samples;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CyclicReferencesTest {

    @Test
    void aLongChainOfReferencesIsNoCircle() {
        assertThat(findings(chain(20_000))).isEmpty();
    }

    @Test
    void aLongCircleIsSaidOfEveryReferenceInItAndOfNoneThatLeadsThere() {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            tables.add(table("ring" + i, "ring" + (i + 1) % 100));
        }
        tables.add(table("before", "ring0"));
        assertThat(findings(tables))
                .hasSize(100)
                .allSatisfy(finding -> assertThat(finding.at().owner().name()).startsWith("ring"));
    }

    @Test
    void aPathBetweenTwoCirclesIsInNone() {
        List<Table> tables = List.of(
                table("a1", "a2"),
                table("a2", "a1", "between"),
                table("between", "b1"),
                table("b1", "b2"),
                table("b2", "b1"));
        assertThat(findings(tables))
                .extracting(finding -> finding.at().owner().name())
                .containsExactlyInAnyOrder("a1", "a2", "b1", "b2");
    }

    private static List<Table> chain(int length) {
        List<Table> tables = new ArrayList<>();
        tables.add(table("t0"));
        for (int i = 1; i < length; i++) {
            tables.add(table("t" + i, "t" + (i - 1)));
        }
        return tables;
    }

    private static Table table(String name, String... targets) {
        QualifiedName table = QualifiedName.parse(name);
        List<Column> columns = new ArrayList<>(List.of(Column.of("id", Samples.UUID)));
        for (String target : targets) {
            columns.add(Column.of(target + "_id", Samples.UUID));
        }
        return Table.of(table, columns)
                .withConstraints(Stream.of(targets)
                        .<Constraint>map(
                                target -> Samples.reference(table, target + "_id", QualifiedName.parse(target)))
                        .toList());
    }

    private static List<Finding> findings(List<Table> tables) {
        List<Finding> findings = new ArrayList<>();
        new CyclicReferences().check(Schema.EMPTY.withTables(tables), findings::add);
        return findings;
    }
}
