package dev.tenon.cli.importer;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.AlterationSql;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What leads to tables that become no entities: single partitions, tables of extensions, and what is left over itself. */
final class UnheldReferences {

    private final Schema schema;
    private final Set<QualifiedName> held;
    private final ImportWarnings leftovers;
    private final Set<ObjectPath> lost = new HashSet<>();

    private UnheldReferences(Schema schema, ImportWarnings leftovers) {
        this.schema = schema;
        this.held = schema.tables().stream().map(Table::name).collect(Collectors.toSet());
        this.leftovers = leftovers;
    }

    /** The schema without them, which are among what is left over. */
    static Schema without(Schema schema, ImportWarnings leftovers) {
        UnheldReferences references = new UnheldReferences(schema, leftovers);
        return schema.withTables(references.tables())
                .withSequences(references.sequences())
                .withObjects(references.objects());
    }

    private List<Table> tables() {
        return schema.tables().stream()
                .map(table -> table.foreignKeys().stream().allMatch(this::isHeld)
                        ? table
                        : table.withConstraints(table.constraints().stream()
                                .filter(constraint -> isHeld(table, constraint))
                                .toList()))
                .toList();
    }

    private boolean isHeld(Constraint.ForeignKey key) {
        return held.contains(key.target());
    }

    private boolean isHeld(Table table, Constraint constraint) {
        boolean leads = !(constraint instanceof Constraint.ForeignKey key) || isHeld(key);
        if (!leads) {
            ObjectPath path = ObjectPath.constraint(table.name(), constraint.name());
            lost.add(path);
            leftovers.reference(path, ((Constraint.ForeignKey) constraint).target());
        }
        return leads;
    }

    private List<Sequence> sequences() {
        return schema.sequences().stream().map(this::sequence).toList();
    }

    private Sequence sequence(Sequence sequence) {
        if (sequence.owner().filter(owner -> !held.contains(owner.table())).isEmpty()) {
            return sequence;
        }
        leftovers.owner(sequence, sequence.owner().orElseThrow());
        return sequence.withOwner(Optional.empty());
    }

    private List<SqlObject> objects() {
        Set<String> onLost = lost.stream()
                .map(path -> AlterationSql.noComment("CONSTRAINT", path.owner(), path.member()))
                .collect(Collectors.toSet());
        return schema.objects().stream()
                .filter(object -> isHeld(object, onLost))
                .toList();
    }

    /** Whether it alters nothing, or something that the sources have. */
    private boolean isHeld(SqlObject object, Set<String> onLost) {
        boolean there = !onLost.contains(object.drop())
                && CreateStatement.of(object.create())
                        .filter(CreateStatement::alters)
                        .flatMap(CreateStatement::on)
                        .filter(altered -> !isRelation(altered))
                        .isEmpty();
        if (!there) {
            leftovers.alteration(object);
        }
        return there;
    }

    private boolean isRelation(QualifiedName name) {
        return held.contains(name) || schema.view(name).isPresent();
    }
}
