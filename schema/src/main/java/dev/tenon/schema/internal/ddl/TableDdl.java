package dev.tenon.schema.internal.ddl;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnStorage;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Table;
import dev.tenon.schema.TableStorage;
import dev.tenon.schema.internal.simulation.CatalogEffect;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.simulation.ObjectAttribute;
import dev.tenon.schema.internal.simulation.ObjectType;
import dev.tenon.schema.internal.simulation.TableDefinitions;
import dev.tenon.schema.internal.sql.TableSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements about tables. */
public final class TableDdl {

    private TableDdl() {}

    /** Creates the table with those of its members that {@link TableSql#create} writes. */
    public static Ddl create(Table table) {
        List<Constraint.Unique> repeated = TableSql.repeated(table);
        List<Constraint> constraints = table.constraints().stream()
                .filter(constraint -> !(constraint instanceof Constraint.ForeignKey)
                        && !repeated.contains(constraint)
                        && constraint.validated())
                .toList();
        List<Column> columns = table.columns().stream()
                .map(column -> column.withStorage(ColumnStorage.DEFAULT).withComment(Optional.empty()))
                .toList();
        return Ddl.create(
                TableSql.create(table),
                TableDefinitions.created(table.withColumns(columns)
                        .withConstraints(constraints)
                        .withComment(Optional.empty())
                        .withRowSecurity(RowSecurity.DISABLED, List.of())));
    }

    /** Waits for all transactions that use the table, and keeps others from it. Its partitions are not locked. */
    public static Ddl lockAlone(QualifiedName table) {
        return Ddl.of(TableSql.lockAlone(table), new CatalogEffect.Use(CatalogName.relation(table)));
    }

    public static Ddl drop(QualifiedName table) {
        return Ddl.drop(TableSql.drop(table), ObjectType.TABLE, CatalogName.relation(table));
    }

    public static Ddl rename(QualifiedName table, String name) {
        return Ddl.rename(
                TableSql.rename(table, name), CatalogName.relation(table), CatalogName.relation(table.withName(name)));
    }

    public static Ddl move(QualifiedName table, String schema) {
        return Ddl.rename(
                TableSql.move(table, schema),
                CatalogName.relation(table),
                CatalogName.relation(new QualifiedName(schema, table.name())));
    }

    public static Ddl comment(QualifiedName table, Optional<String> comment) {
        return Ddl.alter(
                TableSql.comment(table, comment), CatalogName.relation(table), ObjectAttribute.COMMENT, comment);
    }

    /** Makes the table logged or unlogged. */
    public static Ddl setLogged(QualifiedName table, boolean unlogged) {
        return Ddl.alter(
                TableSql.setLogged(table, unlogged), CatalogName.relation(table), ObjectAttribute.UNLOGGED, unlogged);
    }

    /** The statements that change the storage parameters. */
    public static List<Ddl> setParameters(QualifiedName table, TableStorage before, TableStorage after) {
        return TableSql.setParameters(table, before, after).stream()
                .map(sql -> Ddl.alter(sql, CatalogName.relation(table), ObjectAttribute.PARAMETERS, after.with()))
                .toList();
    }

    /** The statements that change row-level security. */
    public static List<Ddl> rowSecurity(QualifiedName table, RowSecurity before, RowSecurity after) {
        boolean on = after != RowSecurity.DISABLED;
        boolean switched = on != (before != RowSecurity.DISABLED);
        Ddl enabled = Ddl.alter(
                TableSql.rowSecurity(table, on), CatalogName.relation(table), ObjectAttribute.ROW_SECURITY, on);
        List<Ddl> all = new ArrayList<>();
        if (switched && on) {
            all.add(enabled);
        }
        boolean forced = after == RowSecurity.FORCED;
        if (forced != (before == RowSecurity.FORCED)) {
            all.add(Ddl.alter(
                    TableSql.forcedRowSecurity(table, forced),
                    CatalogName.relation(table),
                    ObjectAttribute.FORCED_ROW_SECURITY,
                    forced));
        }
        if (switched && !on) {
            all.add(enabled);
        }
        return List.copyOf(all);
    }

    /** Waits for the statements that write rows with routines as they were before. */
    public static Ddl awaitWriters(QualifiedName table) {
        return Ddl.of(TableSql.lock(table, "SHARE"), new CatalogEffect.Use(CatalogName.relation(table)));
    }

    /** The same statement without its effect on the tables that inherit from the table. */
    public static Ddl only(QualifiedName table, Ddl ddl) {
        return new Ddl(TableSql.only(table, ddl.sql()), ddl.effects());
    }

    /** Uses the rows of a column, for example to number or fill them. */
    static CatalogEffect use(QualifiedName table, String column) {
        return new CatalogEffect.Use(CatalogName.column(table, column));
    }
}
