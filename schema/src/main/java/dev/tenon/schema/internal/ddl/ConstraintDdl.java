package dev.tenon.schema.internal.ddl;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.simulation.CatalogEffect;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.simulation.ObjectAttribute;
import dev.tenon.schema.internal.simulation.ObjectType;
import dev.tenon.schema.internal.simulation.TableDefinitions;
import dev.tenon.schema.internal.sql.ConstraintSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Statements about constraints. */
public final class ConstraintDdl {

    private ConstraintDdl() {}

    public static Ddl add(QualifiedName table, Constraint constraint) {
        return Ddl.create(ConstraintSql.add(table, constraint), TableDefinitions.constraint(table, constraint));
    }

    /**
     * Adds a foreign key to a partitioned table; it includes those of the partitions.
     *
     * @param parts the tables and names of the partitions' foreign keys
     */
    public static Ddl addOver(QualifiedName table, Constraint constraint, Map<QualifiedName, String> parts) {
        List<CatalogEffect> effects = new ArrayList<>(add(table, constraint).effects());
        parts.forEach((partition, name) -> effects.add(new CatalogEffect.Attach(
                CatalogName.constraint(partition, name), CatalogName.constraint(table, constraint.name()))));
        return new Ddl(ConstraintSql.add(table, constraint), effects);
    }

    /** Adds a key to a partitioned table but not to its partitions. */
    public static Ddl addOnly(QualifiedName table, Constraint constraint) {
        return Ddl.create(ConstraintSql.addOnly(table, constraint), TableDefinitions.constraint(table, constraint));
    }

    /** Adds the constraint for new rows only; {@link #validate} checks existing ones. */
    public static Ddl addNotValid(QualifiedName table, Constraint constraint) {
        return Ddl.create(
                ConstraintSql.addNotValid(table, constraint),
                TableDefinitions.constraint(table, constraint).with(ObjectAttribute.VALIDATED, false));
    }

    /** Adds a check that the column has a value, for new rows only. */
    public static Ddl addNotNullCheck(QualifiedName table, Constraint check, String column) {
        Ddl added = addNotValid(table, check);
        List<CatalogEffect> effects = new ArrayList<>(List.of(TableDdl.use(table, column)));
        effects.addAll(added.effects());
        return new Ddl(added.sql(), effects);
    }

    public static Ddl validate(QualifiedName table, String constraint) {
        return Ddl.alter(
                ConstraintSql.validate(table, constraint),
                CatalogName.constraint(table, constraint),
                ObjectAttribute.VALIDATED,
                true);
    }

    /** Adds a primary key or unique constraint that uses an existing unique index. */
    public static Ddl addUsingIndex(QualifiedName table, Constraint constraint, String index) {
        return Ddl.of(
                ConstraintSql.addUsingIndex(table, constraint, index),
                new CatalogEffect.Adopt(
                        CatalogName.relation(table.withName(index)), TableDefinitions.constraint(table, constraint)));
    }

    public static Ddl drop(QualifiedName table, String constraint) {
        return Ddl.drop(
                ConstraintSql.drop(table, constraint),
                ObjectType.CONSTRAINT,
                CatalogName.constraint(table, constraint));
    }

    public static Ddl rename(QualifiedName table, String before, String after) {
        return Ddl.rename(
                ConstraintSql.rename(table, before, after),
                CatalogName.constraint(table, before),
                CatalogName.constraint(table, after));
    }

    /** Changes storage parameters of the constraint's index. */
    public static List<Ddl> setParameters(QualifiedName table, Constraint before, Constraint after) {
        return ConstraintSql.setParameters(table, before, after).stream()
                .map(sql -> Ddl.alter(
                        sql,
                        CatalogName.constraint(table, after.name()),
                        ObjectAttribute.PARAMETERS,
                        after.index().with()))
                .toList();
    }
}
