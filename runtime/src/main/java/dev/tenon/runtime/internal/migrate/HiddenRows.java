package dev.tenon.runtime.internal.migrate;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.effect.NameParser;
import dev.tenon.runtime.internal.effect.RowMoveStatement;
import dev.tenon.runtime.internal.effect.StatementPattern;
import dev.tenon.runtime.internal.format.BriefSql;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.schema.Constraint.ForeignKey;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.migrations.file.Migration;
import dev.tenon.schema.internal.sql.parse.SqlStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds pending statements from which row-level security would hide rows. Forced row-level security applies to the
 * owner, too, and then such a statement silently skips rows or validates violated constraints. Sessions of Tenon set
 * {@code row_security} to off, so that the server refuses instead; this check reports it before anything is changed.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-rowsecurity.html">Row Security Policies</a>
 */
final class HiddenRows {

    private static final int MOST = 3;

    private static final String IS_BOUND =
            "SELECT NOT rolsuper AND NOT rolbypassrls FROM pg_catalog.pg_roles WHERE rolname = current_user";

    private static final String FORCED = """
            SELECT n.nspname, c.relname FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relforcerowsecurity""";

    private static final StatementPattern ALTER =
            new StatementPattern("alter table(?: if exists)?(?: only)? (?!if\\b|only\\b)<name>");
    private static final StatementPattern ROWS =
            new StatementPattern("(?:update|delete from|insert into|merge into)(?: only)? (?!only\\b)<name>");
    private static final StatementPattern REFERENCED = new StatementPattern(".*?\\breferences <name>");
    private static final StatementPattern VALIDATED = new StatementPattern(".*?\\bvalidate constraint <name>");
    private static final Pattern FORCE = pattern("\\bforce row level security\\b");
    private static final Pattern NO_FORCE = pattern("\\bno force row level security\\b");
    private static final Pattern CHECKED_KEY = pattern("^(?!.*\\bnot valid\\b).*\\bforeign key\\b");

    private final Schema target;
    private final Set<QualifiedName> forced;
    private final List<Fault> faults = new ArrayList<>();

    private HiddenRows(Schema target, Set<QualifiedName> forced) {
        this.target = target;
        this.forced = forced;
    }

    /** Returns the first obstacles to the pending migrations. */
    static List<Fault> find(List<Migration> migrations, MigrationState state, Schema target, Connection connection)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(IS_BOUND)) {
            if (!row.next() || !row.getBoolean(1)) {
                return List.of();
            }
        }
        HiddenRows search = new HiddenRows(target, forced(connection));
        PendingSteps.read(migrations, state, (migration, id, reading) -> {
            for (SqlStatement next = reading.next(); next != null; next = reading.next()) {
                search.look(migration, next);
            }
        });
        return search.faults.subList(0, Math.min(MOST, search.faults.size()));
    }

    private static Set<QualifiedName> forced(Connection connection) throws SQLException {
        Set<QualifiedName> tables = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FORCED)) {
            while (row.next()) {
                tables.add(new QualifiedName(row.getString(1), row.getString(2)));
            }
        }
        return tables;
    }

    private void look(Migration migration, SqlStatement statement) {
        String sql = statement.text();
        ROWS.match(sql)
                .map(head -> NameParser.parse(head.group(1)))
                .filter(forced::contains)
                .ifPresent(table -> fault(migration, statement, table));
        RowMoveStatement.of(sql)
                .flatMap(move ->
                        Stream.of(move.from(), move.to()).filter(forced::contains).findFirst())
                .ifPresent(table -> fault(migration, statement, table));
        ALTER.match(sql).map(head -> NameParser.parse(head.group(1))).ifPresent(table -> {
            if (CHECKED_KEY.matcher(sql).find()) {
                REFERENCED
                        .match(sql)
                        .map(head -> NameParser.parse(head.group(1)))
                        .ifPresent(other -> validation(migration, statement, table, other));
            }
            VALIDATED
                    .match(sql)
                    .map(head -> NameParser.parse(head.group(1)).name())
                    .flatMap(name -> target.table(table).stream()
                            .map(Table::foreignKeys)
                            .flatMap(List::stream)
                            .filter(key -> key.name().equals(name))
                            .findFirst())
                    .map(ForeignKey::target)
                    .ifPresent(other -> validation(migration, statement, table, other));
            if (NO_FORCE.matcher(sql).find()) {
                forced.remove(table);
            } else if (FORCE.matcher(sql).find()) {
                forced.add(table);
            }
        });
    }

    private void validation(Migration migration, SqlStatement statement, QualifiedName table, QualifiedName other) {
        if (forced.contains(table) || forced.contains(other)) {
            fault(migration, statement, forced.contains(table) ? table : other);
        }
    }

    private void fault(Migration migration, SqlStatement statement, QualifiedName table) {
        faults.add(new Fault(
                FaultCode.ROWS_HIDDEN,
                migration.file() + ":" + statement.line() + ": row-level security is forced on " + table
                        + " and hides its rows from this role: " + BriefSql.of(statement.text()),
                "migrate as a role with BYPASSRLS: ALTER ROLE … BYPASSRLS",
                Map.of("file", migration.file(), "line", Integer.toString(statement.line()))));
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text.replace(" ", "\\s+"), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
