package dev.tenon.schema.internal.plan;

import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewKind;
import dev.tenon.schema.internal.plan.statement.TemporaryNames;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.DomainStatement;
import dev.tenon.schema.internal.sql.parse.SelectList;
import dev.tenon.schema.internal.sql.parse.SqlScript;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Whether PostgreSQL can replace a view or object in place: a view whose existing columns stay first with the same
 * types, an object with {@code OR REPLACE} and the same signature, and a domain of the same type.
 */
final class InPlaceReplacement {

    private final PlanContext context;

    InPlaceReplacement(PlanContext context) {
        this.context = context;
    }

    boolean replaces(ObjectPath path) {
        return path.kind() == ObjectPath.Kind.VIEW
                ? both(
                        context.before().view(path.owner()),
                        context.after().view(path.owner()),
                        InPlaceReplacement::view)
                : both(
                        KeyedLookup.find(context.before().objects(), path.owner()),
                        KeyedLookup.find(context.after().objects(), path.owner()),
                        InPlaceReplacement::object);
    }

    private static <T> boolean both(Optional<T> before, Optional<T> after, BiPredicate<T, T> replaces) {
        return before.isPresent() && after.isPresent() && replaces.test(before.get(), after.get());
    }

    private static boolean view(View before, View after) {
        return before.form() instanceof ViewKind.Regular
                && after.form() instanceof ViewKind.Regular
                && both(SelectList.of(before.sql()), SelectList.of(after.sql()), SelectList::isContinuedBy);
    }

    private static boolean object(SqlObject before, SqlObject after) {
        return both(
                        CreateStatement.of(before.create()),
                        CreateStatement.of(after.create()),
                        (old, now) -> now.takesThePlaceOf(old))
                || alterations(before, after).isPresent();
    }

    /**
     * The statements that turn the old object into the new one: ALTER DOMAIN, and added statements after the first.
     * Empty if the object cannot be altered; an empty list if only blanks and comments differ.
     */
    static Optional<List<String>> alterations(SqlObject before, SqlObject after) {
        List<String> old = SqlScript.of(before.create()).statements();
        List<String> now = SqlScript.of(after.create()).statements();
        if (old.isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        List<String> beside = now.stream()
                .skip(1)
                .filter(each -> old.stream().skip(1).noneMatch(each::equals))
                .toList();
        if (CreateStatement.same(old.get(0), now.get(0))) {
            return Optional.of(beside);
        }
        return DomainStatement.of(old.get(0))
                .flatMap(was -> DomainStatement.of(now.get(0)).flatMap(altered -> was.alterTo(altered, TemporaryNames::name)))
                .map(altered -> Stream.concat(altered.stream(), beside.stream()).toList());
    }
}
