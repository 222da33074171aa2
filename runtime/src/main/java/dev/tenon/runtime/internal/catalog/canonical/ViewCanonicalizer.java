package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.runtime.internal.catalog.CatalogQueries;
import dev.tenon.runtime.internal.catalog.CatalogReader;
import dev.tenon.runtime.internal.catalog.ViewReader;
import dev.tenon.schema.Index;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewKind;
import dev.tenon.schema.internal.sql.IndexSql;
import dev.tenon.schema.internal.sql.ViewSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Obtains the server's canonical form of expected views: each query is created as a temporary view over the live
 * tables, read from the catalogs and rolled back. A materialized view with indexes is also created as an empty
 * temporary table. No row is read. The tables in the queries are locked in ACCESS SHARE mode until the rollback.
 */
public final class ViewCanonicalizer {

    private static final String TEMPORARY = "pg_temp";

    private final Connection connection;
    private final List<UnsupportedExpression> unprintable = new ArrayList<>();

    private ViewCanonicalizer(Connection connection) {
        this.connection = connection;
    }

    /**
     * Prints the views within the current transaction of the connection. Changes nothing but some settings of the
     * transaction.
     *
     * @param connection a connection with an open transaction
     * @param views the views as in the snapshot
     * @param live the views of the database
     * @throws SQLException as the database reports it
     */
    public static CanonicalViews printInTransaction(Connection connection, List<View> views, Schema live)
            throws SQLException {
        ViewCanonicalizer text = new ViewCanonicalizer(connection);
        List<View> printed = new ArrayList<>();
        for (View view : views) {
            View canonical = text.print(view);
            Optional<String> there = live.view(view.name()).map(View::sql);
            // The server may print a query differently once more: it names a NULL of a type after that type.
            boolean repeats = there.isPresent()
                    && !there.get().equals(canonical.sql())
                    && text.query(view.withSql(there.get()))
                            .filter(canonical.sql()::equals)
                            .isPresent();
            printed.add(repeats ? canonical.withSql(there.get()) : canonical);
        }
        return new CanonicalViews(printed, text.unprintable);
    }

    /** The canonical form of the query; empty if the server refuses it, which is not recorded. */
    private Optional<String> query(View view) throws SQLException {
        int known = unprintable.size();
        Savepoint before = connection.setSavepoint();
        Optional<String> printed = sql(view);
        connection.rollback(before);
        connection.releaseSavepoint(before);
        unprintable.subList(known, unprintable.size()).clear();
        return printed;
    }

    private Optional<String> sql(View view) throws SQLException {
        execute(TableCanonicalizer.UNDERSTANDING);
        QualifiedName sample = new QualifiedName(TEMPORARY, view.name().name());
        View plain = View.of(sample, List.of(), view.sql()).withForm(ViewKind.INVOKER);
        return made(ObjectPath.view(view.name()), "sql", ViewSql.create(plain))
                ? Optional.of(ViewReader.temporary(new CatalogQueries(connection)))
                : Optional.empty();
    }

    private View print(View view) throws SQLException {
        Savepoint before = connection.setSavepoint();
        QualifiedName sample = new QualifiedName(TEMPORARY, view.name().name());
        View printed = sql(view).map(view::withSql).orElse(view);
        connection.rollback(before);
        if (!view.indexes().isEmpty()) {
            printed = printed.withForm(new ViewKind.Materialized(indexes(view, sample)));
            connection.rollback(before);
        }
        connection.releaseSavepoint(before);
        return printed;
    }

    private List<Index> indexes(View view, QualifiedName sample) throws SQLException {
        execute(TableCanonicalizer.UNDERSTANDING);
        if (made(ObjectPath.view(view.name()), "sql", ViewSql.emptyTable(view.withName(sample)))) {
            for (Index index : view.indexes()) {
                made(ObjectPath.index(view.name(), index.name()), "keys", IndexSql.create(sample, index));
            }
            Table shown = CatalogReader.temporary(connection).tables().get(0);
            return view.indexes().stream()
                    .map(index -> KeyedLookup.find(shown.indexes(), index.name())
                            .map(other -> CanonicalExpressions.index(index, other))
                            .orElse(index))
                    .toList();
        }
        return view.indexes();
    }

    /** Whether the server accepted the statement; records the reason of a refusal. */
    private boolean made(ObjectPath path, String attribute, String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        Optional<String> refused = Optional.empty();
        try {
            execute(sql);
        } catch (SQLException failure) {
            refused = Optional.of(DdlErrorClassifier.reason(failure));
            connection.rollback(before);
        }
        connection.releaseSavepoint(before);
        refused.ifPresent(reason -> unprintable.add(new UnsupportedExpression(path, attribute, reason)));
        return refused.isEmpty();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
