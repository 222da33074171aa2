package dev.tenon.schema.plan;

import dev.tenon.schema.diff.ExtensionChange;
import dev.tenon.schema.diff.NamespaceChange;
import dev.tenon.schema.diff.RoleChange;
import dev.tenon.schema.sql.ServerSql;
import java.util.List;

/** Plans changes of roles, schemas and extensions. They lock no table. */
final class ServerRecipes {

    private ServerRecipes() {}

    /** How roles change. */
    static final class Roles implements RoleChange.Cases<List<Fragment>> {

        @Override
        public List<Fragment> create(RoleChange.Create change) {
            return new Fragments(change)
                    .free(Phase.SERVER, ServerSql.createRole(change.role().name()))
                    .list();
        }
    }

    /** How PostgreSQL schemas change. */
    static final class Namespaces implements NamespaceChange.Cases<List<Fragment>> {

        @Override
        public List<Fragment> create(NamespaceChange.Create change) {
            String name = change.namespace().name();
            return name.equals(dev.tenon.schema.QualifiedName.DEFAULT_SCHEMA)
                    ? List.of()
                    : new Fragments(change)
                            .free(Phase.SERVER, ServerSql.createSchema(name))
                            .list();
        }

        @Override
        public List<Fragment> drop(NamespaceChange.Drop change) {
            String name = change.namespace().name();
            return name.equals(dev.tenon.schema.QualifiedName.DEFAULT_SCHEMA)
                    ? List.of()
                    : new Fragments(change)
                            .free(Phase.DROP_SERVER, ServerSql.dropSchema(name))
                            .list();
        }
    }

    /** How extensions change. */
    static final class Extensions implements ExtensionChange.Cases<List<Fragment>> {

        @Override
        public List<Fragment> create(ExtensionChange.Create change) {
            return new Fragments(change)
                    .free(Phase.SERVER, ServerSql.createExtension(change.extension()))
                    .list();
        }

        @Override
        public List<Fragment> drop(ExtensionChange.Drop change) {
            return new Fragments(change)
                    .free(
                            Phase.DROP_SERVER,
                            ServerSql.dropExtension(change.extension().name()))
                    .list();
        }

        @Override
        public List<Fragment> move(ExtensionChange.Move change) {
            return new Fragments(change)
                    .free(Phase.SERVER, ServerSql.moveExtension(change.after()))
                    .list();
        }
    }
}
