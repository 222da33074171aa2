package dev.tenon.schema.internal.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SequenceOptions;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.rule.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tables that inherit from each other change together, or a finding tells what differs. */
class InheritedTableChangeTest {

    private static final Column ID = Column.of("id", ColumnType.builtin("bigint")).withNullable(true);
    private static final Column NOTE = Column.of("note", ColumnType.builtin("text")).withNullable(true);

    @Test
    void bothTablesMayGetAColumn() {
        MigrationDraft draft = draft(
                schema(links("c", "p"), table("p", ID), table("c", ID)),
                schema(links("c", "p"), table("p", ID, NOTE), table("c", ID, NOTE)),
                MigrationHints.NONE);
        assertThat(draft.findings()).isEmpty();
        assertThat(draft.steps().stream().flatMap(step -> step.statements().stream()))
                .extracting(statement -> statement.sql())
                .containsExactly("ALTER TABLE public.c ADD COLUMN note text", "ALTER TABLE public.p ADD COLUMN note text");
    }

    @Test
    void aColumnOfTheParentAloneIsRefused() {
        Schema before = schema(links("c", "p"), table("p", ID), table("c", ID));
        assertRefused(
                draft(before, schema(links("c", "p"), table("p", ID, NOTE), table("c", ID)), MigrationHints.NONE),
                "table c inherits from p, but has no column note");
        Column other = NOTE.withType(ColumnType.builtin("integer"));
        assertRefused(
                draft(before, schema(links("c", "p"), table("p", ID, NOTE), table("c", ID, other)), MigrationHints.NONE),
                "its column note differs: it is of type integer instead of text");
    }

    @Test
    void aCheckOfTheParentAloneIsRefused() {
        Table checked = table("p", ID).withConstraints(List.of(new Constraint.Check("positive", "id > 0", true)));
        assertRefused(
                draft(
                        schema(links("c", "p"), table("p", ID), table("c", ID)),
                        schema(links("c", "p"), checked, table("c", ID)),
                        MigrationHints.NONE),
                "but not its check positive");
    }

    @Test
    void aRenameOfOneTableAloneIsRefused() {
        Column text = NOTE.withName("remark");
        MigrationHints hints = new MigrationHints(
                Map.of(ObjectPath.column(QualifiedName.parse("p"), "remark"), "note"), Map.of(), Map.of());
        assertThat(draft(
                                schema(links("c", "p"), table("p", NOTE), table("c", NOTE)),
                                schema(links("c", "p"), table("p", text), table("c", text)),
                                hints)
                        .findings())
                .extracting(Finding::code)
                .contains("TN418");
    }

    @Test
    void aColumnOfTwoParentsIsNotRenamed() {
        Column text = NOTE.withName("remark");
        List<SqlObject> links = links("c", "p", "q");
        MigrationHints hints = new MigrationHints(
                Map.of(
                        ObjectPath.column(QualifiedName.parse("p"), "remark"), "note",
                        ObjectPath.column(QualifiedName.parse("q"), "remark"), "note",
                        ObjectPath.column(QualifiedName.parse("c"), "remark"), "note"),
                Map.of(),
                Map.of());
        assertRefused(
                draft(
                        schema(links, table("p", NOTE), table("q", NOTE), table("c", NOTE)),
                        schema(links, table("p", text), table("q", text), table("c", text)),
                        hints),
                "because c inherits it from q, too");
    }

    @Test
    void aParentGetsNoIdentity() {
        Column numbered = Column.of("number", ColumnType.builtin("bigint"))
                .withDefault(Optional.of(new ColumnDefault.Identity(false, SequenceOptions.DEFAULT)));
        assertThat(draft(
                                schema(links("c", "p"), table("p", ID), table("c", ID)),
                                schema(links("c", "p"), table("p", ID, numbered), table("c", ID, numbered)),
                                MigrationHints.NONE)
                        .findings())
                .extracting(Finding::code)
                .contains("TN418");
    }

    private static void assertRefused(MigrationDraft draft, String message) {
        assertThat(draft.findings()).extracting(Finding::code).contains("TN418");
        assertThat(draft.findings()).extracting(Finding::message).anyMatch(each -> each.contains(message));
    }

    private static MigrationDraft draft(Schema before, Schema after, MigrationHints hints) {
        return MigrationDraft.of(before, new CompiledSnapshot(after, hints, Map.of()), Set.of());
    }

    private static List<SqlObject> links(String child, String... parents) {
        return Arrays.stream(parents)
                .map(parent -> new SqlObject(
                        QualifiedName.parse(child + "_inherits_" + parent),
                        "ALTER TABLE public." + child + " INHERIT public." + parent,
                        "ALTER TABLE public." + child + " NO INHERIT public." + parent,
                        false,
                        List.of(),
                        Optional.empty()))
                .toList();
    }

    private static Schema schema(List<SqlObject> links, Table... tables) {
        return Schema.EMPTY.withTables(List.of(tables)).withObjects(links);
    }

    private static Table table(String name, Column... columns) {
        return Table.of(QualifiedName.parse(name), List.of(columns));
    }
}
