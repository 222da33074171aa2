package dev.tenon.schema.internal.ddl;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.internal.simulation.CatalogEffect;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.sql.BackfillSql;
import dev.tenon.schema.internal.sql.NumberingSql;
import dev.tenon.schema.internal.sql.RowMoveSql;
import dev.tenon.schema.internal.sql.StatisticsSql;
import java.util.List;
import java.util.Optional;

/** Statements that write rows or the values of sequences, or read rows for statistics. */
public final class RowsDdl {

    private RowsDdl() {}

    /** Gives rows without a value in the column this value. */
    public static Ddl fill(QualifiedName table, String column, String value) {
        return Ddl.of(
                BackfillSql.fill(table, column, value),
                TableDdl.use(table, column),
                new CatalogEffect.Evaluate(table, value));
    }

    /** The same, for rows in which the source has a value. */
    public static Ddl fill(QualifiedName table, String column, String value, String source) {
        return Ddl.of(
                BackfillSql.fill(table, column, value, source),
                TableDdl.use(table, column),
                new CatalogEffect.Evaluate(table, value));
    }

    /**
     * Moves rows from the default partition to a table that will become a partition, too.
     *
     * @param table the partitioned table
     * @param from the name of the default partition
     * @param to the name of the other table
     * @param columns the columns of the table, without generated ones
     * @param condition which rows, as SQL
     */
    public static Ddl move(QualifiedName table, String from, String to, List<String> columns, String condition) {
        return Ddl.of(
                RowMoveSql.move(table.withName(from), table.withName(to), columns, condition),
                new CatalogEffect.MoveRows(
                        table,
                        CatalogName.relation(table.withName(from)),
                        CatalogName.relation(table.withName(to)),
                        columns));
    }

    /** Computes a generated column again, by way of a column that its expression reads. */
    public static Ddl recompute(QualifiedName table, String read, Column column, ColumnDefault.Generated generated) {
        return Ddl.of(
                BackfillSql.recompute(table, read, column, generated.sql()),
                TableDdl.use(table, read),
                TableDdl.use(table, column.name()));
    }

    /** Collects the statistics of the columns. */
    public static Ddl analyze(QualifiedName table, List<String> columns) {
        return new Ddl(
                StatisticsSql.analyze(table, columns),
                columns.stream().map(column -> TableDdl.use(table, column)).toList());
    }

    /** Lets the new identity of a column continue after the existing numbers. */
    public static Optional<Ddl> seedIdentity(
            QualifiedName table, Column column, ColumnDefault.Identity identity, List<Sequence> former) {
        return NumberingSql.seedIdentity(table, column, identity, former)
                .map(sql -> Ddl.of(sql, TableDdl.use(table, column.name())));
    }

    /** Lets a new sequence that becomes the source of a column's numbers continue after the existing ones. */
    public static Optional<Ddl> seedSequence(
            Sequence sequence, QualifiedName table, Column column, List<Sequence> former) {
        return NumberingSql.seedSequence(sequence, table, column, former)
                .map(sql -> Ddl.of(sql, TableDdl.use(table, column.name())));
    }

    /** Lets a new sequence continue after the column's identity, which still exists. */
    public static Ddl seedFromIdentity(
            Sequence sequence, QualifiedName table, Column column, ColumnDefault.Identity identity) {
        return Ddl.of(
                NumberingSql.seedFromIdentity(sequence, table, column, identity), TableDdl.use(table, column.name()));
    }

    /** Renames the sequence of the identity, so that a new sequence can have its name. */
    public static Ddl setAsideIdentity(QualifiedName table, String column) {
        return Ddl.of(NumberingSql.setAsideIdentity(table, column), TableDdl.use(table, column));
    }

    /** Lets the identity of the new column continue after that of the old one, with a sequence of the same name. */
    public static Ddl handOnIdentity(QualifiedName table, String before, String after) {
        return Ddl.of(
                NumberingSql.handOnIdentity(table, before, after),
                TableDdl.use(table, before),
                TableDdl.use(table, after));
    }
}
