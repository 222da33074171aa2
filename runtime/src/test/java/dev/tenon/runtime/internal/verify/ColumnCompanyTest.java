package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dependents of a column move to its shadow column: a policy, a view on a view, a sequence, a unique key. */
class ColumnCompanyTest {

    private static final QualifiedName SEAT = QualifiedName.parse("seat");
    private static final QualifiedName NUMBERS = QualifiedName.parse("seat_numbers");

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void whatStandsOnAColumnGoesWithIt(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            new SchemaEvolution(scratch).to(seats("integer"));
            scratch.executeAsIs("INSERT INTO seat (place) SELECT 'p' || i FROM generate_series(1, 200) i");
            CompiledSnapshot after = new CompiledSnapshot(seats("bigint"), MigrationHints.NONE, Map.of());
            MigrationUnderWrites underway = new MigrationUnderWrites(scratch, SEAT);
            int steps = underway.apply(seats("integer"), after, Set.of(), step -> {
                scratch.executeAsIs("INSERT INTO seat (place) VALUES ('new')");
                assertThat(scratch.text("SELECT count(*) FROM pg_policy")).isEqualTo("1");
                assertThat(scratch.text("SELECT count(*) FROM few")).isEqualTo("9");
            });
            underway.leavesNothing();
            assertThat(scratch.text("INSERT INTO seat (place) VALUES ('last') RETURNING number"))
                    .isEqualTo(Integer.toString(200 + steps + 1));
            assertThat(scratch.text("SELECT pg_get_expr(polqual, polrelid) FROM pg_policy"))
                    .isEqualTo("(number > 0)");
            assertThat(scratch.text("SELECT count(*) FROM few")).isEqualTo("9");
            scratch.executeAsIs("ALTER TABLE seat DROP COLUMN number CASCADE");
            assertThat(scratch.text("SELECT to_regclass('seat_numbers')::text"))
                    .as("the sequence that goes with its column")
                    .isNull();
        }
    }

    private static Schema seats(String type) {
        Column number = Column.of("number", ColumnType.builtin(type))
                .withDefault(Optional.of(new ColumnDefault.Expression("nextval('seat_numbers')")));
        Table seat = Table.of(SEAT, List.of(number, Column.of("place", ColumnType.builtin("text"))))
                .withConstraints(List.of(new Constraint.Unique(
                        "seat_number_key", List.of("number"), false, Deferrability.INITIALLY_DEFERRED)))
                .withRowSecurity(
                        RowSecurity.ENABLED,
                        List.of(new Policy(
                                "positive",
                                Policy.Command.SELECT,
                                true,
                                List.of("public"),
                                Optional.of("number > 0"),
                                Optional.empty())));
        View low = View.of(QualifiedName.parse("low"), List.of("number"), "SELECT number FROM seat WHERE number < 100");
        View few = View.of(QualifiedName.parse("few"), List.of("number"), "SELECT number FROM low WHERE number < 10");
        return new Schema(
                        List.of(),
                        List.of(new Namespace("public", List.of())),
                        List.of(),
                        List.of(),
                        List.of(Sequence.of(NUMBERS).withOwner(Optional.of(new Sequence.Owner(SEAT, "number")))),
                        List.of(seat),
                        Optional.empty())
                .withViews(List.of(few, low));
    }
}
