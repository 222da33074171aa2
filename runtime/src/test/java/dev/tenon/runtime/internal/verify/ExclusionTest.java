package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ExclusionElement;
import dev.tenon.schema.Extension;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Exclusion constraints are created, changed, read and verified completely. */
class ExclusionTest {

    private static final QualifiedName BOOKING = QualifiedName.parse("booking");

    @Test
    void exclusionConstraintsComeAndGo() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            database.to(schema(List.of(overlap("booking_room_excl", "during && '[2020-01-01,)'"))));
            assertThat(database.differencesAfter("ALTER TABLE booking DROP CONSTRAINT booking_room_excl"))
                    .containsExactly("constraint booking.booking_room_excl is missing");
            assertThat(database.differencesAfter("ALTER TABLE booking DROP CONSTRAINT booking_room_excl,"
                            + " ADD CONSTRAINT booking_room_excl EXCLUDE USING gist (room WITH =, during WITH -|-)"))
                    .containsExactly(
                            "constraint booking.booking_room_excl: deferrability is not deferrable, expected initially"
                                    + " deferred",
                            "constraint booking.booking_room_excl: elements is room WITH =, during WITH -|-, expected"
                                    + " room WITH =, during WITH &&",
                            "constraint booking.booking_room_excl: where is none, expected (during && '[2020-01-01,)'::"
                                    + "daterange)");
            database.to(
                    schema(List.of(overlap("booking_room_excl", "NOT isempty(during)"))),
                    MigrationHints.NONE,
                    Set.of("lock-table:booking.booking_room_excl"));
            database.to(schema(List.of(overlap("booking_excl", "NOT isempty(during)"))));
            database.to(schema(List.of()));
            database.to(
                    schema(List.of(overlap("booking_excl", "NOT isempty(during)"))),
                    MigrationHints.NONE,
                    Set.of("lock-table:booking.booking_excl"));
        }
    }

    @Test
    void operatorsOfExtensionsAreNamedWithTheirSchema() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            Table place = Table.of(
                            QualifiedName.parse("place"), List.of(Column.of("area", ColumnType.parse("public.cube"))))
                    .withConstraints(List.of(new Constraint.Exclusion(
                            "place_area_excl",
                            "gist",
                            List.of(new ExclusionElement(IndexKey.column("area"), "&&")),
                            Optional.empty(),
                            Deferrability.NOT_DEFERRABLE)));
            SchemaEvolution database = new SchemaEvolution(scratch);
            database.to(Schema.EMPTY
                    .withNamespaces(List.of(new Namespace("public", List.of())))
                    .withExtensions(List.of(new Extension("cube", "public")))
                    .withTables(List.of(place)));
            assertThat(database.differencesAfter("ALTER TABLE place DROP CONSTRAINT place_area_excl,"
                            + " ADD CONSTRAINT place_area_excl EXCLUDE USING gist (area WITH =)"))
                    .containsExactly("constraint place.place_area_excl: elements is area WITH OPERATOR(public.=),"
                            + " expected area WITH OPERATOR(public.&&)");
        }
    }

    private static Constraint overlap(String name, String where) {
        return new Constraint.Exclusion(
                name,
                "gist",
                List.of(
                        new ExclusionElement(IndexKey.column("room"), "="),
                        new ExclusionElement(IndexKey.column("during"), "&&")),
                Optional.of(where),
                Deferrability.INITIALLY_DEFERRED);
    }

    private static Schema schema(List<Constraint> constraints) {
        Table booking = Table.of(
                        BOOKING,
                        List.of(
                                Column.of("room", ColumnType.builtin("integer")),
                                Column.of("during", ColumnType.builtin("daterange"))))
                .withConstraints(constraints);
        return Schema.EMPTY
                .withNamespaces(List.of(new Namespace("public", List.of())))
                .withExtensions(List.of(new Extension("btree_gist", "public")))
                .withTables(List.of(booking));
    }
}
