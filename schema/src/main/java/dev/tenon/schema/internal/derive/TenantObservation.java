package dev.tenon.schema.internal.derive;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SequenceOptions;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table and the functions that record which statements of admitted roles see rows outside of their session's tenant.
 * Only the owner reads the table. A session records a role and a table once; where it cannot write, it writes to the
 * server's log instead.
 */
public final class TenantObservation {

    private static final String TABLE = "tenant_observation";
    private static final String OBSERVE = "observe_tenant";
    private static final String RECORD = "record_tenant_observation";

    private static final String RECORD_BODY = """
            DECLARE
                worker text := coalesce(nullif(current_setting('role'), 'none'), session_user);
                statement text := left(current_query(), 200);
            BEGIN
                IF %s THEN
                    RETURN true;
                END IF;
                IF NOT current_setting('transaction_read_only')::boolean THEN
                    INSERT INTO %s (role, relation, statement) VALUES (worker, relation, statement);
                    RETURN true;
                END IF;
                RAISE LOG 'tenon: %% saw rows of other tenants in %%: %%', worker, relation, statement;
                RETURN true;
            EXCEPTION WHEN lock_not_available THEN
                RAISE LOG 'tenon: %% saw rows of other tenants in %%: %%', worker, relation, statement;
                RETURN true;
            END""";

    /** A parameter contains what the session has recorded, because no other state lives as long as a session. */
    private static final String OBSERVE_BODY = """
            DECLARE
                seen text := coalesce(pg_catalog.current_setting('tenon.observed', true), '');
                this text := pg_catalog.concat('|', current_user, ' ', relation, '|');
            BEGIN
                IF pg_catalog.strpos(seen, this) OPERATOR(pg_catalog.=) 0 THEN
                    PERFORM pg_catalog.set_config('tenon.observed', pg_catalog.concat(seen, this), false);
                    RETURN %s(relation);
                END IF;
                RETURN true;
            END""";

    private static final String RECORD_OPTIONS =
            "\nSECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '10ms'";

    private TenantObservation() {}

    /** Whether the tenancy has policies of admitted roles that observe. */
    static boolean isActive(Tenancy tenancy) {
        return tenancy.observed()
                && tenancy.hasRowSecurity()
                && !tenancy.admitted().isEmpty();
    }

    /** The table of the schema in which observations are recorded. */
    public static Optional<Table> table(Schema schema) {
        return schema.tenancy().filter(TenantObservation::isActive).flatMap(tenancy -> schema.table(name(tenancy)));
    }

    /** The condition that is true for every row, and records those of other tenants. */
    static String condition(Tenancy tenancy, QualifiedName table, String own) {
        return own + " OR " + Identifier.quote(function(tenancy, OBSERVE)) + "(" + Literal.text(table.display()) + ")";
    }

    /** The table of the observations, if there are any. */
    static List<Table> tables(Tenancy tenancy) {
        if (!isActive(tenancy)) {
            return List.of();
        }
        ColumnType text = ColumnType.builtin("text");
        return List.of(Table.of(
                        name(tenancy),
                        List.of(
                                Column.of("id", ColumnType.builtin("bigint"))
                                        .withDefault(
                                                Optional.of(new ColumnDefault.Identity(true, SequenceOptions.DEFAULT))),
                                Column.of("observed_at", ColumnType.builtin("timestamptz"))
                                        .withDefault(Optional.of(new ColumnDefault.Expression("clock_timestamp()"))),
                                Column.of("role", text),
                                Column.of("relation", text),
                                Column.of("statement", text)))
                .withConstraints(
                        List.of(new Constraint.PrimaryKey(DefaultNames.primaryKey(name(tenancy)), List.of("id"))))
                .withComment(Optional.of("Statements that saw rows outside of their session's tenant")));
    }

    /** The functions, if there are any. */
    static List<SqlObject> objects(Tenancy tenancy) {
        List<SqlObject> objects = new ArrayList<>();
        if (isActive(tenancy)) {
            objects.add(function(function(tenancy, RECORD), RECORD_OPTIONS, record(tenancy), List.of()));
            objects.add(function(function(tenancy, OBSERVE), "", observe(tenancy), List.of(function(tenancy, RECORD))));
        }
        return objects;
    }

    /** Runs once in a session for a role and table. It waits for nobody: other sessions insert other keys. */
    private static String record(Tenancy tenancy) {
        return RECORD_BODY.formatted(isOther(tenancy), Identifier.quote(name(tenancy)));
    }

    /** Whether the role is none of those that are observed, so that only these can add to the table. */
    private static String isOther(Tenancy tenancy) {
        if (tenancy.admitted().contains("public")) {
            return "worker = " + Literal.text(tenancy.role());
        }
        return "NOT EXISTS (SELECT FROM pg_roles WHERE rolname IN ("
                + String.join(
                        ", ", tenancy.admitted().stream().map(Literal::text).toList())
                + ") AND pg_has_role(worker, oid, 'USAGE'))";
    }

    /** Runs for each row outside of the session's tenant, so it sets no parameters and needs no search path. */
    private static String observe(Tenancy tenancy) {
        return OBSERVE_BODY.formatted(Identifier.quote(function(tenancy, RECORD)));
    }

    private static SqlObject function(QualifiedName name, String options, String body, List<QualifiedName> dependsOn) {
        String function = Identifier.quote(name);
        return new SqlObject(
                name,
                "CREATE OR REPLACE FUNCTION " + function + "(relation text) RETURNS boolean LANGUAGE plpgsql VOLATILE"
                        + options + "\nAS " + Literal.dollar("#variable_conflict use_variable\n" + body),
                "DROP FUNCTION " + function + "(text)",
                true,
                dependsOn,
                Optional.of("records what admitted roles see of other tenants, and returns nothing of it"));
    }

    private static QualifiedName name(Tenancy tenancy) {
        return tenancy.root().withName(TABLE);
    }

    private static QualifiedName function(Tenancy tenancy, String name) {
        return tenancy.root().withName(name);
    }
}
