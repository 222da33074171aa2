package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which objects occupy the names of relations and types, which PostgreSQL allows only once in a schema. */
final class NameOccupants {

    private final Map<CatalogName, Set<ObjectPath>> occupants = new HashMap<>();

    private NameOccupants() {}

    static Map<CatalogName, Set<ObjectPath>> of(Schema schema) {
        NameOccupants names = new NameOccupants();
        schema.tables().forEach(names::table);
        schema.views().forEach(names::view);
        schema.sequences()
                .forEach(sequence ->
                        names.add(CatalogName.relation(sequence.name()), ObjectPath.sequence(sequence.name())));
        schema.enums().forEach(type -> names.add(CatalogName.type(type.name()), ObjectPath.enumType(type.name())));
        schema.objects().forEach(names::object);
        return names.occupants;
    }

    private void table(Table table) {
        QualifiedName name = table.name();
        relation(name, ObjectPath.table(name));
        for (Partition partition : table.partitions()) {
            relation(name.withName(partition.name()), ObjectPath.partition(name, partition.name()));
        }
        for (Constraint constraint : table.constraints()) {
            if (!(constraint instanceof Constraint.Check || constraint instanceof Constraint.ForeignKey)) {
                add(
                        CatalogName.relation(name.withName(constraint.name())),
                        ObjectPath.constraint(name, constraint.name()));
            }
        }
        table.indexes().forEach(index -> index(name, index));
    }

    private void view(View view) {
        relation(view.name(), ObjectPath.view(view.name()));
        view.indexes().forEach(index -> index(view.name(), index));
    }

    private void index(QualifiedName owner, Index index) {
        add(CatalogName.relation(owner.withName(index.name())), ObjectPath.index(owner, index.name()));
    }

    private void object(SqlObject object) {
        CreateStatement.of(object.create())
                .filter(CreateStatement::isIndex)
                .ifPresent(made -> add(CatalogName.relation(made.name()), ObjectPath.object(object.name())));
        CreateStatement.of(object.create())
                .filter(made -> made.kind().equals("type") || made.kind().equals("domain"))
                .ifPresent(made -> {
                    ObjectPath path = ObjectPath.object(object.name());
                    add(CatalogName.type(made.name()), path);
                    if (made.kind().equals("type")) {
                        add(CatalogName.relation(made.name()), path);
                    }
                });
    }

    /** Tables and views have a row type of the same name. */
    private void relation(QualifiedName name, ObjectPath path) {
        add(CatalogName.relation(name), path);
        add(CatalogName.type(name), path);
    }

    private void add(CatalogName name, ObjectPath path) {
        occupants.computeIfAbsent(name, any -> new HashSet<>()).add(path);
    }
}
