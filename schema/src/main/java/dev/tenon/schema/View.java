package dev.tenon.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A view or materialized view. Its columns are compared by name; their order in the query has no meaning.
 *
 * @param name the view's name
 * @param columns the columns that its query must return, sorted by name
 * @param sql the query
 * @param form whether it is regular or materialized
 * @param dependsOn its declared dependencies, in addition to those found in its query, sorted
 * @param grants its privileges, sorted by grantee
 * @param shared why it may show rows of all tenants; empty if it does not
 * @param comment the comment on the view
 */
public record View(
        QualifiedName name,
        List<ViewColumn> columns,
        String sql,
        ViewKind form,
        List<QualifiedName> dependsOn,
        List<Grant> grants,
        Optional<String> shared,
        Optional<String> comment)
        implements Keyed<QualifiedName> {

    public View {
        Objects.requireNonNull(name, "name");
        columns = Normalization.sorted("columns of ", name, columns);
        sql = Normalization.text("the query of " + name, sql).strip();
        Objects.requireNonNull(form, "form");
        dependsOn = dependsOn.stream().sorted().distinct().toList();
        grants = Normalization.sorted("grants on ", name, grants);
        Objects.requireNonNull(shared, "shared");
        Objects.requireNonNull(comment, "comment");
    }

    /** A security-invoker view with only columns and a query. */
    public static View of(QualifiedName name, List<String> columns, String sql) {
        return new View(
                name,
                columns.stream().map(ViewColumn::of).toList(),
                sql,
                ViewKind.INVOKER,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether its rows are stored. */
    public boolean materialized() {
        return form instanceof ViewKind.Materialized;
    }

    /** The indexes on its stored rows. */
    public List<Index> indexes() {
        return form instanceof ViewKind.Materialized stored ? stored.indexes() : List.of();
    }

    public View withName(QualifiedName other) {
        return new View(other, columns, sql, form, dependsOn, grants, shared, comment);
    }

    public View withSql(String other) {
        return new View(name, columns, other, form, dependsOn, grants, shared, comment);
    }

    public View withColumns(List<ViewColumn> others) {
        return new View(name, others, sql, form, dependsOn, grants, shared, comment);
    }

    public View withForm(ViewKind other) {
        return new View(name, columns, sql, other, dependsOn, grants, shared, comment);
    }

    public View withDependsOn(List<QualifiedName> others) {
        return new View(name, columns, sql, form, others, grants, shared, comment);
    }

    public View withGrants(List<Grant> others) {
        return new View(name, columns, sql, form, dependsOn, others, shared, comment);
    }

    public View withShared(Optional<String> other) {
        return new View(name, columns, sql, form, dependsOn, grants, other, comment);
    }

    public View withComment(Optional<String> other) {
        return new View(name, columns, sql, form, dependsOn, grants, shared, other);
    }
}
