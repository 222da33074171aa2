package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.derive.TableInheritance;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The parts of two schemas that the statements of a migration concern. A simulation leaves all others out, because it
 * would find the same in them at its beginning and at its end, and no statement depends on them.
 */
public final class SimulationScope {

    private final EffectNames names;
    private final Set<QualifiedName> tables = new HashSet<>();
    private final Set<QualifiedName> keysOnly = new HashSet<>();
    private final Set<QualifiedName> sequences = new HashSet<>();
    private final Set<QualifiedName> views = new HashSet<>();
    private final Set<QualifiedName> objects = new HashSet<>();

    private SimulationScope(EffectNames names) {
        this.names = names;
    }

    /**
     * Determines what a migration concerns: what differs, what its statements name, and what depends on something that
     * they drop, rename or give another type.
     *
     * @param before the schema before, after its renames
     * @param after the schema after
     * @param effects the effects of all statements, and the declared renames
     */
    public static SimulationScope of(Schema before, Schema after, Collection<CatalogEffect> effects) {
        SimulationScope scope = new SimulationScope(EffectNames.in(effects));
        Set<QualifiedName> changed = changed(before.tables(), after.tables(), Table::name);
        before.tables().stream().filter(table -> changed.contains(table.name())).forEach(scope.names::disturbIndexes);
        scope.tables.addAll(changed);
        scope.views.addAll(changed(before.views(), after.views(), View::name));
        scope.objects.addAll(changed(before.objects(), after.objects(), SqlObject::name));
        scope.sequences.addAll(changed(before.sequences(), after.sequences(), Sequence::name));
        // What is the same before and after needs to be looked at once.
        scope.addConcerned(before);
        scope.addInheritance(before);
        scope.addInheritance(after);
        scope.addKeys(before);
        scope.addKeys(after);
        return scope;
    }

    /** The part of a schema that the migration concerns. */
    public Schema of(Schema schema) {
        return new Schema(
                schema.roles(),
                schema.namespaces(),
                schema.extensions(),
                schema.enums(),
                schema.sequences().stream()
                        .filter(sequence -> sequences.contains(sequence.name()))
                        .toList(),
                schema.tables().stream()
                        .filter(table -> tables.contains(table.name()) || keysOnly.contains(table.name()))
                        .map(table -> tables.contains(table.name()) ? table : withKeysOnly(table))
                        .toList(),
                schema.views().stream()
                        .filter(view -> views.contains(view.name()))
                        .toList(),
                schema.objects().stream()
                        .filter(object -> objects.contains(object.name()))
                        .toList(),
                schema.tenancy());
    }

    private void addConcerned(Schema schema) {
        for (Table table : schema.tables()) {
            if (!tables.contains(table.name()) && names.concern(table)) {
                tables.add(table.name());
            }
        }
        for (View view : schema.views()) {
            if (!views.contains(view.name()) && names.concern(view)) {
                views.add(view.name());
            }
        }
        for (SqlObject object : schema.objects()) {
            if (!objects.contains(object.name()) && names.concern(object)) {
                objects.add(object.name());
            }
        }
        for (Sequence sequence : schema.sequences()) {
            if (names.use(sequence.name())
                    || sequence.owner()
                            .filter(owner -> tables.contains(owner.table()))
                            .isPresent()) {
                sequences.add(sequence.name());
            }
        }
    }

    /** A statement on a table changes the tables that inherit from it, too: all of them are concerned if one is. */
    private void addInheritance(Schema schema) {
        List<TableInheritance.Link> links =
                TableInheritance.of(schema, UnaryOperator.identity()).links();
        if (links.stream()
                .anyMatch(link -> tables.contains(link.child())
                        || tables.contains(link.parent())
                        || objects.contains(link.object()))) {
            for (TableInheritance.Link link : links) {
                tables.add(link.child());
                tables.add(link.parent());
                objects.add(link.object());
            }
        }
    }

    /** Adds the tables that foreign keys and sequences need, but nothing else of them. */
    private void addKeys(Schema schema) {
        for (Table table : schema.tables()) {
            if (tables.contains(table.name())) {
                table.constraints(Constraint.ForeignKey.class)
                        .map(Constraint.ForeignKey::target)
                        .forEach(this::addKeysOf);
            }
        }
        schema.sequences().stream()
                .filter(sequence -> sequences.contains(sequence.name()))
                .flatMap(sequence -> sequence.owner().stream())
                .map(Sequence.Owner::table)
                .forEach(this::addKeysOf);
    }

    private void addKeysOf(QualifiedName table) {
        if (!tables.contains(table)) {
            keysOnly.add(table);
        }
    }

    private static Table withKeysOnly(Table table) {
        return table.withConstraints(table.constraints().stream()
                        .filter(constraint ->
                                constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique)
                        .toList())
                .withIndexes(table.indexes().stream().filter(Index::unique).toList())
                .withRowSecurity(table.rowSecurity(), List.of())
                .withGrants(List.of());
    }

    private static <T> Set<QualifiedName> changed(List<T> before, List<T> after, Function<T, QualifiedName> name) {
        Map<QualifiedName, T> was = new HashMap<>();
        before.forEach(each -> was.put(name.apply(each), each));
        Set<QualifiedName> changed = new HashSet<>();
        for (T each : after) {
            if (!each.equals(was.remove(name.apply(each)))) {
                changed.add(name.apply(each));
            }
        }
        changed.addAll(was.keySet());
        return changed;
    }
}
