package dev.tenon.runtime.internal.catalog.leftover;

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

/**
 * Finds references to tables that become no entities: single partitions, tables of extensions, and tables with a
 * warning.
 */
final class UnheldReferences {

    private final Schema schema;
    private final Set<QualifiedName> imported;
    private final Set<QualifiedName> partitions;
    private final LeftoverCollector leftovers;
    private final Set<ObjectPath> skipped = new HashSet<>();

    private UnheldReferences(Schema schema, LeftoverCollector leftovers) {
        this.schema = schema;
        this.imported = schema.tables().stream().map(Table::name).collect(Collectors.toSet());
        this.partitions = schema.tables().stream()
                .flatMap(table -> table.partitions().stream()
                        .map(partition -> table.name().withName(partition.name())))
                .collect(Collectors.toSet());
        this.leftovers = leftovers;
    }

    /** Returns the schema without these references, and adds a warning for each. */
    static Schema without(Schema schema, LeftoverCollector leftovers) {
        UnheldReferences references = new UnheldReferences(schema, leftovers);
        return schema.withTables(references.tables())
                .withSequences(references.sequences())
                .withObjects(references.objects());
    }

    private List<Table> tables() {
        return schema.tables().stream()
                .map(table -> table.foreignKeys().stream().allMatch(this::isImported)
                        ? table
                        : table.withConstraints(table.constraints().stream()
                                .filter(constraint -> isImported(table, constraint))
                                .toList()))
                .toList();
    }

    private boolean isImported(Constraint.ForeignKey key) {
        return imported.contains(key.target());
    }

    private boolean isImported(Table table, Constraint constraint) {
        boolean isImported = !(constraint instanceof Constraint.ForeignKey key) || isImported(key);
        if (!isImported) {
            skipped.add(ObjectPath.constraint(table.name(), constraint.name()));
            leftovers.reference(table.name(), (Constraint.ForeignKey) constraint);
        }
        return isImported;
    }

    private List<Sequence> sequences() {
        return schema.sequences().stream().map(this::sequence).toList();
    }

    private Sequence sequence(Sequence sequence) {
        if (sequence.owner().filter(owner -> !imported.contains(owner.table())).isEmpty()) {
            return sequence;
        }
        leftovers.owner(sequence, sequence.owner().orElseThrow());
        return sequence.withOwner(Optional.empty());
    }

    private List<SqlObject> objects() {
        Set<String> onSkipped = skipped.stream()
                .map(path -> AlterationSql.noComment("CONSTRAINT", path.owner(), path.member()))
                .collect(Collectors.toSet());
        return schema.objects().stream()
                .filter(object -> isImported(object, onSkipped))
                .toList();
    }

    /** Whether it alters nothing, or alters something that the sources declare. */
    private boolean isImported(SqlObject object, Set<String> onSkipped) {
        boolean supported = !onSkipped.contains(object.drop())
                && CreateStatement.of(object.create())
                        .filter(CreateStatement::alters)
                        .flatMap(CreateStatement::on)
                        .filter(altered -> !isRelation(altered))
                        .isEmpty();
        if (!supported) {
            leftovers.alteration(object);
        }
        return supported;
    }

    private boolean isRelation(QualifiedName name) {
        return imported.contains(name)
                || partitions.contains(name)
                || schema.view(name).isPresent();
    }
}
