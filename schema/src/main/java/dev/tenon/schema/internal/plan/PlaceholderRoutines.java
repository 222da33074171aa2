package dev.tenon.schema.internal.plan;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.ObjectPath.Kind;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.expression.TableExpressions;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * New routines that tables use and whose body, which the server parses at creation, reads tables. If these exist, the
 * routine is created before the tables that use it; otherwise these are new, too, and a routine without a body takes its
 * place until they are created, because no row can need its result before.
 */
final class PlaceholderRoutines {

    /** When a routine is created. */
    enum Creation {
        /** Before the tables, as a whole. */
        BEFORE_TABLES,
        /** Before the tables, without its body. */
        WITHOUT_BODY,
        /** After the tables. */
        AFTER_TABLES
    }

    private final PlanContext context;
    private final DependentState state;

    PlaceholderRoutines(PlanContext context, DependentState state) {
        this.context = context;
        this.state = state;
    }

    /** Returns when a new object is created that is not created before the tables by itself. */
    Creation of(ObjectPath path) {
        List<Table> users = users(path);
        if (users.isEmpty()) {
            return Creation.AFTER_TABLES;
        }
        if (isComplete(path)) {
            return Creation.BEFORE_TABLES;
        }
        boolean rows = users.stream()
                .anyMatch(table -> context.before().table(table.name()).isPresent());
        return rows ? Creation.AFTER_TABLES : Creation.WITHOUT_BODY;
    }

    /** Whether the body of a routine uses an object that is created after the tables; then so is the routine. */
    boolean waits(ObjectPath path, Predicate<ObjectPath> early) {
        return isParsed(path)
                && state.needs(path).stream()
                        .anyMatch(needed -> needed.kind() == Kind.VIEW
                                || (needed.kind() == Kind.OBJECT && !needed.equals(path) && !early.test(needed)));
    }

    /** The tables that use the routine in their members, directly or by the bodies of other routines. */
    private List<Table> users(ObjectPath path) {
        if (!isParsed(path)) {
            return List.of();
        }
        Set<ObjectPath> open = new TreeSet<>(Set.of(path));
        boolean grown = true;
        while (grown) {
            grown = open.addAll(context.after().objects().stream()
                    .map(object -> ObjectPath.object(object.name()))
                    .filter(object ->
                            isParsed(object) && state.needs(object).stream().anyMatch(open::contains))
                    .toList());
        }
        List<QualifiedName> names = open.stream()
                .flatMap(object -> context.after().object(object.owner()).stream())
                .flatMap(object -> CreateStatement.of(object.create()).stream())
                .map(CreateStatement::name)
                .toList();
        return context.after().tables().stream()
                .filter(table -> calls(table, names))
                .toList();
    }

    private static boolean calls(Table table, Collection<QualifiedName> routines) {
        boolean[] found = {false};
        TableExpressions.forEach(table, (at, kind, sql) -> {
            found[0] = found[0] || ReferencedNames.in(sql).functions().stream().anyMatch(routines::contains);
        });
        return found[0];
    }

    /** Whether all that its body uses exists before the migration, and is the same after it. */
    private boolean isComplete(ObjectPath path) {
        return state.needs(path).stream().allMatch(needed -> switch (needed.kind()) {
            case TABLE ->
                context.before().table(needed.owner()).isPresent()
                        && context.before()
                                .table(needed.owner())
                                .equals(context.after().table(needed.owner()));
            case VIEW ->
                state.isOld(needed)
                        && context.before()
                                .view(needed.owner())
                                .equals(context.after().view(needed.owner()));
            default -> state.exists(needed);
        });
    }

    private boolean isParsed(ObjectPath path) {
        return path.kind() == Kind.OBJECT
                && context.after()
                        .object(path.owner())
                        .map(SqlObject::create)
                        .filter(sql -> ReferencedNames.in(sql).parsed())
                        .isPresent();
    }
}
