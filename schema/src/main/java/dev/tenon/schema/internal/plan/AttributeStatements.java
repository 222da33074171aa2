package dev.tenon.schema.internal.plan;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.ddl.SqlObjectDdl;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.sql.parse.AddedConstraint;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.SqlScript;
import java.util.List;
import java.util.Optional;

/**
 * Plans SQL-defined indexes and constraints of existing tables and partitions without long locks: an index is built and
 * dropped concurrently, and a check or foreign key is added for new rows first.
 */
final class AttributeStatements {

    private final Schema before;

    AttributeStatements(Schema before) {
        this.before = before;
    }

    /** Whether the object is such an index or constraint, of a relation that exists before the migration. */
    boolean plans(SqlObject object) {
        return CreateStatement.of(object.create())
                .filter(made -> made.on().flatMap(before::tableOf).isPresent())
                .filter(made -> made.isIndex() || validatable(object).isPresent())
                .isPresent();
    }

    /** The statements that create the object, each in a transaction of its own. */
    List<PlannedStatements> create(SqlObject object, Change change) {
        CreateStatement made = CreateStatement.of(object.create()).orElseThrow();
        QualifiedName on = made.on().orElseThrow();
        StatementCollector fragments = new StatementCollector(change);
        if (made.isIndex()) {
            List<Ddl> statements = SqlObjectDdl.createConcurrently(object);
            fragments.build(on, statements.get(0));
            statements.stream().skip(1).forEach(comment -> fragments.ownCommit(Phase.COMMENTS, comment));
            return fragments.list();
        }
        List<Ddl> statements = SqlObjectDdl.addNotValid(object);
        fragments.shortLock(Phase.VIEWS, statements.get(0), StatementCollector.lock(LockLevel.ACCESS_EXCLUSIVE, on));
        fragments.scan(
                Phase.VIEWS,
                SqlObjectDdl.validate(on, validatable(object).orElseThrow().name()),
                StatementCollector.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, on));
        statements.stream().skip(1).forEach(comment -> fragments.ownCommit(Phase.COMMENTS, comment));
        return fragments.list();
    }

    /** The statements that drop the object. */
    List<PlannedStatements> drop(SqlObject object, Change change) {
        CreateStatement made = CreateStatement.of(object.create()).orElseThrow();
        QualifiedName on = made.on().orElseThrow();
        StatementCollector fragments = new StatementCollector(change);
        return made.isIndex()
                ? fragments
                        .nonTransactional(
                                Phase.EARLY_DROPS,
                                SqlObjectDdl.dropConcurrently(object),
                                StatementCollector.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, on))
                        .list()
                : fragments
                        .shortLock(
                                Phase.EARLY_DROPS,
                                SqlObjectDdl.drop(object),
                                StatementCollector.lock(LockLevel.ACCESS_EXCLUSIVE, on))
                        .list();
    }

    /** The constraint that the object adds, if existing rows can be checked afterwards. */
    private static Optional<AddedConstraint> validatable(SqlObject object) {
        return SqlScript.of(object.create()).statements().stream()
                .findFirst()
                .flatMap(AddedConstraint::of)
                .filter(AddedConstraint::isValidatable);
    }
}
