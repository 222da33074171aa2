package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Grant;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Role;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SequenceOptions;
import dev.tenon.schema.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sequences and identities are created, changed, read and verified completely. */
class SequenceTest {

    private static final QualifiedName INVOICE = QualifiedName.parse("invoice");
    private static final QualifiedName NUMBERS = QualifiedName.parse("invoice_numbers");
    private static final ColumnType INTEGER = ColumnType.builtin("integer");
    private static final ColumnType BIGINT = ColumnType.builtin("bigint");
    private static final SequenceOptions ODD =
            new SequenceOptions(Optional.of(11L), 2, Optional.of(-5L), Optional.of(999L), 4, true);
    private static final SequenceOptions DOWN =
            new SequenceOptions(Optional.empty(), -1, Optional.empty(), Optional.empty(), 1, false);

    @Test
    void sequencesComeChangeAndGo() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            Sequence owned = Sequence.of(NUMBERS)
                    .withOwner(Optional.of(new Sequence.Owner(INVOICE, "number")))
                    .withGrants(List.of(new Grant(scratch.role("app"), List.of(Privilege.USAGE, Privilege.SELECT))));
            database.to(schema(scratch, List.of(owned), numbered()));
            assertThat(database.differencesAfter("ALTER SEQUENCE invoice_numbers AS integer MAXVALUE 7 CYCLE"))
                    .containsExactly(
                            "sequence invoice_numbers: options is MAXVALUE 7 CYCLE, expected usual",
                            "sequence invoice_numbers: type is integer, expected bigint");
            assertThat(database.differencesAfter("ALTER SEQUENCE invoice_numbers OWNED BY NONE"))
                    .containsExactly("sequence invoice_numbers: owner is none, expected invoice.number");
            assertThat(database.differencesAfter("COMMENT ON SEQUENCE invoice_numbers IS 'x'"))
                    .containsExactly("sequence invoice_numbers: comment is x, expected none");
            assertThat(database.differencesAfter(
                            scratch.named("REVOKE SELECT ON SEQUENCE invoice_numbers FROM $app; CREATE SEQUENCE s")))
                    .containsExactly(
                            scratch.named("grant invoice_numbers.$app is missing: select"), "sequence s is unexpected");
            database.to(schema(scratch, List.of(owned.withOptions(ODD)), numbered()));
            database.to(schema(scratch, List.of(owned), numbered()));
            database.to(schema(
                    scratch,
                    List.of(owned.withOptions(ODD).withOwner(Optional.empty()).withGrants(List.of())),
                    numbered()));
            database.to(
                    schema(scratch, List.of(), Column.of("number", BIGINT)),
                    MigrationHints.NONE,
                    Set.of("drop-sequence:invoice_numbers"));
        }
    }

    @Test
    void aSequenceGoesWithItsColumnAndFollowsItsNewName() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            Sequence owned = Sequence.of(NUMBERS).withOptions(DOWN);
            database.to(schema(
                    scratch, List.of(owned.withOwner(Optional.of(new Sequence.Owner(INVOICE, "number")))), numbered()));
            database.to(
                    schema(
                            scratch,
                            List.of(owned.withOwner(Optional.of(new Sequence.Owner(INVOICE, "no")))),
                            numbered().withName("no")),
                    new MigrationHints(Map.of(ObjectPath.column(INVOICE, "no"), "number"), Map.of(), Map.of()),
                    Set.of());
            database.to(
                    schema(scratch, List.of(), Column.of("code", INTEGER).withNullable(true)),
                    MigrationHints.NONE,
                    Set.of("drop-column:invoice.no"));
        }
    }

    @Test
    void identitiesCountAsTheyAreTold() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            database.to(schema(scratch, List.of(), identity(true, ODD)));
            assertThat(database.differencesAfter("ALTER TABLE invoice ALTER number SET INCREMENT BY 3"))
                    .containsExactly(
                            "column invoice.number: defaultValue is GENERATED ALWAYS AS IDENTITY (START WITH 11"
                                    + " INCREMENT BY 3 MINVALUE -5 MAXVALUE 999 CACHE 4 CYCLE), expected GENERATED ALWAYS AS"
                                    + " IDENTITY (START WITH 11 INCREMENT BY 2 MINVALUE -5 MAXVALUE 999 CACHE 4 CYCLE)");
            database.to(schema(scratch, List.of(), identity(false, SequenceOptions.DEFAULT)));
        }
    }

    @Test
    void anIdentityGoesOnAfterTheValuesThatAreThere() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            Sequence owned = Sequence.of(NUMBERS);
            database.to(schema(scratch, List.of(owned), numbered().withNullable(true)));
            scratch.execute("INSERT INTO invoice (id) SELECT generate_series(1, 5)");
            database.to(
                    schema(
                            scratch,
                            List.of(),
                            identity(true, SequenceOptions.DEFAULT).withType(BIGINT)),
                    new MigrationHints(Map.of(), Map.of(ObjectPath.column(INVOICE, "number"), "0"), Map.of()),
                    Set.of("drop-sequence:invoice_numbers"));
            try (Statement statement = scratch.connection().createStatement();
                    ResultSet rows = statement.executeQuery("INSERT INTO invoice (id) VALUES (6) RETURNING number")) {
                rows.next();
                assertThat(rows.getLong(1)).isEqualTo(6);
            }
        }
    }

    private static Column numbered() {
        return Column.of("number", BIGINT)
                .withDefault(Optional.of(new ColumnDefault.Expression("nextval('invoice_numbers')")));
    }

    private static Column identity(boolean always, SequenceOptions options) {
        return Column.of("number", INTEGER).withDefault(Optional.of(new ColumnDefault.Identity(always, options)));
    }

    private static Schema schema(Scratch scratch, List<Sequence> sequences, Column column) {
        return new Schema(
                List.of(new Role(scratch.role("app"))),
                List.of(new Namespace("public", List.of())),
                List.of(),
                List.of(),
                sequences,
                List.of(Table.of(INVOICE, List.of(Column.of("id", INTEGER), column))),
                Optional.empty());
    }
}
