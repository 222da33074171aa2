package dev.tenon.schema.internal.derive;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.InheritStatement;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The dependencies of views and SQL-defined objects on each other and on tables: those found in their SQL, and those
 * that they declare.
 */
public final class DependencyGraph {

    private final Map<ObjectPath, Set<ObjectPath>> needs = new TreeMap<>();
    private final Map<QualifiedName, ObjectPath> relations = new HashMap<>();
    private final Map<QualifiedName, Set<ObjectPath>> functions = new HashMap<>();
    private final Map<QualifiedName, Set<ObjectPath>> types = new HashMap<>();
    private final Map<QualifiedName, ObjectPath> objects = new HashMap<>();

    /** The objects that add a key to a table. */
    private final Map<QualifiedName, Set<ObjectPath>> keys = new HashMap<>();

    /**
     * The dependencies for which the server refuses to drop the referenced object. It does not see those in the text of
     * function bodies, and drops triggers with their tables.
     */
    private final Map<ObjectPath, Set<ObjectPath>> held = new TreeMap<>();

    /** The objects that must exist at creation, unlike those that only the text of a function body names. */
    private final Map<ObjectPath, Set<ObjectPath>> first = new TreeMap<>();

    private final Set<ObjectPath> order = new LinkedHashSet<>();

    private static final Pattern KEY = Pattern.compile("^ALTER TABLE .* ADD CONSTRAINT .* (PRIMARY KEY|UNIQUE) ");

    private DependencyGraph() {}

    /** The dependencies within a schema. */
    public static DependencyGraph of(Schema schema) {
        DependencyGraph found = new DependencyGraph();
        for (Table table : schema.tables()) {
            ObjectPath path = ObjectPath.table(table.name());
            found.relations.put(table.name(), path);
            table.partitions()
                    .forEach(partition -> found.relations.put(table.name().withName(partition.name()), path));
        }
        schema.views().forEach(view -> found.relations.put(view.name(), ObjectPath.view(view.name())));
        for (SqlObject object : schema.objects()) {
            ObjectPath path = ObjectPath.object(object.name());
            found.objects.put(object.name(), path);
            CreateStatement.of(object.create()).ifPresent(made -> {
                made.on()
                        .filter(table -> KEY.matcher(object.create()).find())
                        .ifPresent(table -> found.keys
                                .computeIfAbsent(table, name -> new TreeSet<>())
                                .add(path));
                if (made.routine()) {
                    found.functions
                            .computeIfAbsent(made.name(), name -> new TreeSet<>())
                            .add(path);
                } else if (CreationOrder.isType(made)) {
                    found.types
                            .computeIfAbsent(made.name(), name -> new TreeSet<>())
                            .add(path);
                    if (made.kind().equals("foreign table")) {
                        found.relations.put(made.name(), path);
                    }
                }
            });
        }
        schema.views().forEach(found::read);
        schema.objects().forEach(found::read);
        found.needs.keySet().forEach(path -> found.visit(path, new HashSet<>()));
        return found;
    }

    /** The tables, views and objects on which a view or object depends directly. */
    public Set<ObjectPath> of(ObjectPath path) {
        return needs.getOrDefault(path, Set.of());
    }

    /** The views and objects in dependency order; those of a cycle after the objects that must exist before them. */
    public List<ObjectPath> order() {
        return List.copyOf(order);
    }

    /**
     * The views and objects that must be dropped before the given ones are dropped or changed, including indirect
     * dependents.
     */
    public Set<ObjectPath> dependents(Collection<ObjectPath> changed) {
        Set<ObjectPath> found = new TreeSet<>();
        List<ObjectPath> open = new ArrayList<>(changed);
        while (!open.isEmpty()) {
            ObjectPath path = open.remove(open.size() - 1);
            held.forEach((dependent, holds) -> {
                if (holds.contains(path) && !changed.contains(dependent) && found.add(dependent)) {
                    open.add(dependent);
                }
            });
        }
        return found;
    }

    /** Whether a view or object is part of a cycle of creation dependencies, so that it cannot be created. */
    public boolean isCyclic(ObjectPath path) {
        return isReached(path, first);
    }

    /** Whether a view or object depends on itself, through others or through the text of function bodies. */
    public boolean isSelfReferencing(ObjectPath path) {
        return isReached(path, needs);
    }

    private static boolean isReached(ObjectPath path, Map<ObjectPath, Set<ObjectPath>> edges) {
        Set<ObjectPath> reached = new HashSet<>();
        List<ObjectPath> open = new ArrayList<>(edges.getOrDefault(path, Set.of()));
        while (!open.isEmpty()) {
            ObjectPath next = open.remove(open.size() - 1);
            if (reached.add(next)) {
                open.addAll(edges.getOrDefault(next, Set.of()));
            }
        }
        return reached.contains(path);
    }

    private void visit(ObjectPath path, Set<ObjectPath> within) {
        if (needs.containsKey(path) && !order.contains(path) && within.add(path)) {
            Set<ObjectPath> edges = isSelfReferencing(path) ? first.getOrDefault(path, Set.of()) : of(path);
            edges.forEach(needed -> visit(needed, within));
            order.add(path);
        }
    }

    private void read(View view) {
        ObjectPath path = ObjectPath.view(view.name());
        Set<ObjectPath> named = named(path, ReferencedNames.in(view.sql()), view.dependsOn());
        needs.put(path, named);
        held.put(path, named);
        first.put(path, named);
    }

    private void read(SqlObject object) {
        ObjectPath path = ObjectPath.object(object.name());
        ReferencedNames names = ReferencedNames.in(object.create());
        Set<ObjectPath> named = named(path, names, object.dependsOn());
        Optional<CreateStatement> made = CreateStatement.of(object.create());
        boolean routine = made.filter(CreateStatement::routine).isPresent();
        boolean function = routine && !made.get().kind().equals("aggregate");
        if (!function) {
            // Such a statement may name functions without calling them, for example that of an aggregate.
            names.names().forEach(name -> named.addAll(functions.getOrDefault(name, Set.of())));
            named.remove(path);
        }
        if (made.filter(CreateStatement::alters).isPresent() && object.create().contains(" REFERENCES ")) {
            names.names().forEach(name -> named.addAll(keys.getOrDefault(name, Set.of())));
            named.remove(path);
        }
        boolean opaque = routine && !names.parsedBody();
        Set<ObjectPath> signed = made.map(CreateStatement::signature)
                .map(signature -> inSignature(path, signature))
                .orElse(Set.of());
        named.addAll(signed);
        Set<ObjectPath> holds = new TreeSet<>(opaque ? signed : named);
        Optional<ObjectPath> on = made.flatMap(CreateStatement::on).map(relations::get);
        on.ifPresent(named::add);
        Set<QualifiedName> signature = made.filter(CreateStatement::routine)
                .map(call -> ReferencedNames.in(call.signature()).names())
                .orElse(names.names());
        // An operator class is often named like its family, which does not name it.
        Optional<QualifiedName> own =
                made.filter(each -> each.kind().equals("operator family")).map(CreateStatement::name);
        types.forEach((name, same) -> {
            if (names.names().contains(name) && !own.equals(Optional.of(name))) {
                named.addAll(same);
                if (signature.contains(name)) {
                    holds.addAll(same);
                }
            }
        });
        named.remove(path);
        holds.remove(path);
        on.filter(relation -> relation.kind() == ObjectPath.Kind.VIEW).ifPresent(holds::add);
        // The server changes tables while others inherit from them.
        InheritStatement.in(object.create()).forEach(link -> {
            holds.remove(ObjectPath.table(link.child()));
            link.parents().forEach(parent -> holds.remove(ObjectPath.table(parent)));
        });
        needs.put(path, named);
        held.put(path, holds);
        first.put(path, opaque && function ? signed : named);
    }

    /**
     * The types in a routine's signature, and the views whose row types are in it. They must exist as long as the
     * routine.
     */
    private Set<ObjectPath> inSignature(ObjectPath path, String signature) {
        Set<ObjectPath> signed = new TreeSet<>();
        for (QualifiedName name : ReferencedNames.in(signature).names()) {
            signed.addAll(types.getOrDefault(name, Set.of()));
            Optional.ofNullable(relations.get(name))
                    .filter(relation -> relation.kind() == ObjectPath.Kind.VIEW)
                    .ifPresent(signed::add);
        }
        signed.remove(path);
        return signed;
    }

    private Set<ObjectPath> named(ObjectPath path, ReferencedNames names, List<QualifiedName> said) {
        Set<ObjectPath> named = new TreeSet<>();
        names.relations().stream()
                .filter(relations::containsKey)
                .map(relations::get)
                .forEach(named::add);
        names.functions().forEach(name -> named.addAll(functions.getOrDefault(name, Set.of())));
        for (QualifiedName name : said) {
            Optional.ofNullable(relations.get(name)).ifPresent(named::add);
            Optional.ofNullable(objects.get(name)).ifPresent(named::add);
        }
        named.remove(path);
        return named;
    }
}
