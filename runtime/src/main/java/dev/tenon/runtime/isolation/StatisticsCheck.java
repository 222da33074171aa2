package dev.tenon.runtime.isolation;

import dev.tenon.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;

/** The application role does not read the catalogs in which the planner keeps samples of all tenants' values. */
final class StatisticsCheck implements RoleCheck {

    private static final String READABLE = """
            SELECT s FROM unnest(ARRAY['pg_statistic', 'pg_statistic_ext_data']) s
            WHERE has_table_privilege(?, 'pg_catalog.' || s, 'SELECT') ORDER BY 1""";

    @Override
    public String name() {
        return "planner-samples";
    }

    @Override
    public Outcome run(Stage stage, List<QualifiedName> tables) throws SQLException {
        List<String> readable = stage.texts(READABLE, stage.role());
        return readable.isEmpty()
                ? Outcome.held()
                : Outcome.broken(
                        stage.role() + " may read " + String.join(", ", readable) + ", with values of all tenants");
    }
}
