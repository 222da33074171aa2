package dev.tenon.schema.derive;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.View;
import dev.tenon.schema.sql.CreateStatement;
import dev.tenon.schema.sql.MentionedNames;
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

/**
 * What the views, and the objects that are known by their SQL alone, need of one another and of the tables: what their
 * SQL is seen to name, and what they say themselves.
 */
public final class Dependencies {

    private final Map<ObjectPath, Set<ObjectPath>> needs = new TreeMap<>();
    private final Map<QualifiedName, ObjectPath> relations = new HashMap<>();
    private final Map<QualifiedName, Set<ObjectPath>> functions = new HashMap<>();
    private final Map<QualifiedName, ObjectPath> types = new HashMap<>();
    private final Map<QualifiedName, ObjectPath> objects = new HashMap<>();

    /** What the server holds to what it needs: the text of a function it does not look into, and triggers go with tables. */
    private final Map<ObjectPath, Set<ObjectPath>> held = new TreeMap<>();

    private Dependencies() {}

    /** The dependencies within a schema. */
    public static Dependencies of(Schema schema) {
        Dependencies found = new Dependencies();
        schema.tables().forEach(table -> found.relations.put(table.name(), ObjectPath.table(table.name())));
        schema.views().forEach(view -> found.relations.put(view.name(), ObjectPath.view(view.name())));
        for (SqlObject object : schema.objects()) {
            ObjectPath path = ObjectPath.object(object.name());
            found.objects.put(object.name(), path);
            CreateStatement.of(object.create()).ifPresent(made -> {
                if (made.routine()) {
                    found.functions
                            .computeIfAbsent(made.name(), name -> new TreeSet<>())
                            .add(path);
                } else if (ObjectOrder.isType(made)) {
                    found.types.put(made.name(), path);
                }
            });
        }
        schema.views().forEach(found::read);
        schema.objects().forEach(found::read);
        return found;
    }

    /** The tables, views and objects that a view or object needs itself. */
    public Set<ObjectPath> of(ObjectPath path) {
        return needs.getOrDefault(path, Set.of());
    }

    /** The views and objects, each after what it needs; those of a circle in the order of their names. */
    public List<ObjectPath> order() {
        Set<ObjectPath> order = new LinkedHashSet<>();
        needs.keySet().forEach(path -> visit(path, new HashSet<>(), order));
        return List.copyOf(order);
    }

    /** The views and objects that cannot stay when these go or change, and those that then cannot either. */
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

    /** Whether a view or object needs itself, by way of others. */
    public boolean inCircle(ObjectPath path) {
        Set<ObjectPath> reached = new HashSet<>();
        List<ObjectPath> open = new ArrayList<>(of(path));
        while (!open.isEmpty()) {
            ObjectPath next = open.remove(open.size() - 1);
            if (reached.add(next)) {
                open.addAll(of(next));
            }
        }
        return reached.contains(path);
    }

    private void visit(ObjectPath path, Set<ObjectPath> within, Set<ObjectPath> order) {
        if (needs.containsKey(path) && !order.contains(path) && within.add(path)) {
            of(path).forEach(needed -> visit(needed, within, order));
            order.add(path);
        }
    }

    private void read(View view) {
        ObjectPath path = ObjectPath.view(view.name());
        Set<ObjectPath> named = named(path, MentionedNames.in(view.sql()), view.dependsOn());
        needs.put(path, named);
        held.put(path, named);
    }

    private void read(SqlObject object) {
        ObjectPath path = ObjectPath.object(object.name());
        MentionedNames names = MentionedNames.in(object.create());
        Set<ObjectPath> named = named(path, names, object.dependsOn());
        Optional<CreateStatement> made = CreateStatement.of(object.create());
        boolean routine = made.filter(CreateStatement::routine).isPresent();
        boolean function = routine && !made.get().kind().equals("aggregate");
        if (!function) {
            // Its functions need not be called in it: an aggregate names them.
            names.names().forEach(name -> named.addAll(functions.getOrDefault(name, Set.of())));
            named.remove(path);
        }
        boolean opaque = routine && !names.parsedBody();
        Set<ObjectPath> holds = new TreeSet<>(opaque ? Set.of() : named);
        Optional<ObjectPath> on = made.flatMap(CreateStatement::on).map(relations::get);
        on.ifPresent(named::add);
        Set<QualifiedName> signature = made.filter(CreateStatement::routine)
                .map(call -> MentionedNames.in(call.signature()).names())
                .orElse(names.names());
        types.forEach((name, type) -> {
            if (!type.equals(path) && names.names().contains(name)) {
                named.add(type);
                if (signature.contains(name)) {
                    holds.add(type);
                }
            }
        });
        on.filter(relation -> relation.kind() == ObjectPath.Kind.VIEW).ifPresent(holds::add);
        needs.put(path, named);
        held.put(path, holds);
    }

    private Set<ObjectPath> named(ObjectPath path, MentionedNames names, List<QualifiedName> said) {
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
