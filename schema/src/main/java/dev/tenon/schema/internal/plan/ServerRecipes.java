package dev.tenon.schema.internal.plan;

import dev.tenon.schema.internal.ddl.GlobalObjectDdl;
import dev.tenon.schema.internal.diff.ExtensionChange;
import dev.tenon.schema.internal.diff.NamespaceChange;
import dev.tenon.schema.internal.diff.RoleChange;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import java.util.List;

/** Plans changes of roles, schemas and extensions. They lock no table. */
final class ServerRecipes {

    private ServerRecipes() {}

    /** Plans changes of roles. */
    static final class Roles implements RoleChange.Cases<List<PlannedStatements>> {

        @Override
        public List<PlannedStatements> create(RoleChange.Create change) {
            return new StatementCollector(change)
                    .unlocked(
                            Phase.SERVER,
                            GlobalObjectDdl.createRole(change.role().name()))
                    .list();
        }
    }

    /** Plans changes of PostgreSQL schemas. */
    static final class Namespaces implements NamespaceChange.Cases<List<PlannedStatements>> {

        @Override
        public List<PlannedStatements> create(NamespaceChange.Create change) {
            String name = change.namespace().name();
            return name.equals(dev.tenon.schema.QualifiedName.DEFAULT_SCHEMA)
                    ? List.of()
                    : new StatementCollector(change)
                            .unlocked(Phase.SERVER, GlobalObjectDdl.createSchema(name))
                            .list();
        }

        @Override
        public List<PlannedStatements> drop(NamespaceChange.Drop change) {
            String name = change.namespace().name();
            return name.equals(dev.tenon.schema.QualifiedName.DEFAULT_SCHEMA)
                    ? List.of()
                    : new StatementCollector(change)
                            .unlocked(Phase.DROP_SERVER, GlobalObjectDdl.dropSchema(name))
                            .list();
        }
    }

    /** Plans changes of extensions. */
    static final class Extensions implements ExtensionChange.Cases<List<PlannedStatements>> {

        @Override
        public List<PlannedStatements> create(ExtensionChange.Create change) {
            return new StatementCollector(change)
                    .unlocked(Phase.SERVER, GlobalObjectDdl.createExtension(change.extension()))
                    .list();
        }

        @Override
        public List<PlannedStatements> drop(ExtensionChange.Drop change) {
            return new StatementCollector(change)
                    .unlocked(
                            Phase.DROP_EXTENSIONS,
                            GlobalObjectDdl.dropExtension(change.extension().name()))
                    .list();
        }

        @Override
        public List<PlannedStatements> move(ExtensionChange.Move change) {
            return new StatementCollector(change)
                    .unlocked(Phase.SERVER, GlobalObjectDdl.moveExtension(change.after()))
                    .list();
        }
    }
}
