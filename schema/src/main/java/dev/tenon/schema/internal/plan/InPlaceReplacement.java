package dev.tenon.schema.internal.plan;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewKind;
import dev.tenon.schema.internal.plan.statement.TemporaryNames;
import dev.tenon.schema.internal.sql.parse.CompositeTypeStatement;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.DomainStatement;
import dev.tenon.schema.internal.sql.parse.FollowingStatement;
import dev.tenon.schema.internal.sql.parse.SelectList;
import dev.tenon.schema.internal.sql.parse.SqlScript;
import dev.tenon.schema.internal.sql.parse.TextSearchConfiguration;
import dev.tenon.schema.internal.sql.parse.TextSearchDictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Whether PostgreSQL can replace a view or object in place: a view whose existing columns stay first with the same
 * types, an object with {@code OR REPLACE} and the same signature, a domain of the same type, and a text search object.
 */
final class InPlaceReplacement {

    private final PlanContext context;

    InPlaceReplacement(PlanContext context) {
        this.context = context;
    }

    boolean replaces(ObjectPath path) {
        return path.kind() == ObjectPath.Kind.VIEW
                ? both(context.before().view(path.owner()), context.after().view(path.owner()), this::view)
                : both(
                        context.before().object(path.owner()),
                        context.after().object(path.owner()),
                        InPlaceReplacement::object);
    }

    private static <T> boolean both(Optional<T> before, Optional<T> after, BiPredicate<T, T> replaces) {
        return before.isPresent() && after.isPresent() && replaces.test(before.get(), after.get());
    }

    private boolean view(View before, View after) {
        return !context.callsMovedRoutine(before)
                && before.form() instanceof ViewKind.Regular
                && after.form() instanceof ViewKind.Regular
                && both(SelectList.of(before.sql()), SelectList.of(after.sql()), SelectList::isContinuedBy);
    }

    private static boolean object(SqlObject before, SqlObject after) {
        return replacement(before, after).isPresent()
                || alterations(before, after).isPresent();
    }

    /**
     * The statements before those of the new object, if its first one replaces the old object: they undo statements that
     * it no longer has. Empty if it cannot be replaced in this way.
     */
    static Optional<List<String>> replacement(SqlObject before, SqlObject after) {
        return both(
                        CreateStatement.of(before.create()),
                        CreateStatement.of(after.create()),
                        (old, now) -> now.takesThePlaceOf(old))
                ? undone(before, after, true)
                : Optional.empty();
    }

    /**
     * The statements that turn the old object into the new one: alterations of a domain, composite type or text search object, and
     * changes of the statements after the first. Empty if the object cannot be altered; an empty list if only blanks
     * and comments differ.
     */
    static Optional<List<String>> alterations(SqlObject before, SqlObject after) {
        List<String> old = SqlScript.of(before.create()).statements();
        List<String> now = SqlScript.of(after.create()).statements();
        if (old.isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        return altered(old, now)
                .flatMap(own -> undone(before, after, false).map(undone -> ordered(undone, own, old, now)));
    }

    /**
     * The statements in an order in which comments end before what they are on, and privileges change last. If one is
     * given or taken, all those of the new object are given and taken again, because their order counts.
     */
    private static List<String> ordered(List<String> undone, List<String> own, List<String> old, List<String> now) {
        List<String> added = without(following(now), following(old));
        boolean privileges = Stream.concat(undone.stream(), added.stream()).anyMatch(FollowingStatement::isPrivilege);
        List<String> all = new ArrayList<>();
        undone.stream().filter(each -> !FollowingStatement.isPrivilege(each)).forEach(all::add);
        all.addAll(own);
        undone.stream().filter(FollowingStatement::isPrivilege).forEach(all::add);
        following(now).stream()
                .filter(each -> added.contains(each) || (privileges && FollowingStatement.isPrivilege(each)))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static Optional<List<String>> altered(List<String> old, List<String> now) {
        Optional<TextSearchConfiguration> mapped = TextSearchConfiguration.of(old);
        if (mapped.isPresent()) {
            return TextSearchConfiguration.of(now).flatMap(mapped.get()::alterTo);
        }
        if (CreateStatement.same(old.get(0), now.get(0))) {
            return Optional.of(List.of());
        }
        return DomainStatement.of(old.get(0))
                .flatMap(was ->
                        DomainStatement.of(now.get(0)).flatMap(altered -> was.alterTo(altered, TemporaryNames::name)))
                .or(() -> CompositeTypeStatement.of(old.get(0))
                        .flatMap(was -> CompositeTypeStatement.of(now.get(0)).flatMap(was::alterTo)))
                .or(() -> TextSearchDictionary.of(old.get(0))
                        .flatMap(was -> TextSearchDictionary.of(now.get(0)).flatMap(was::alterTo)));
    }

    /** The statements that undo those after the first that the new object no longer has; empty if one is unknown. */
    private static Optional<List<String>> undone(SqlObject before, SqlObject after, boolean replaced) {
        List<String> gone = without(
                following(SqlScript.of(before.create()).statements()),
                following(SqlScript.of(after.create()).statements()));
        List<String> statements = new ArrayList<>();
        for (String each : gone) {
            Optional<String> undo = FollowingStatement.undo(each);
            if (undo.isPresent()) {
                statements.add(undo.get());
            } else if (!(replaced && FollowingStatement.isUndoneByReplacement(each))) {
                return Optional.empty();
            }
        }
        return Optional.of(statements);
    }

    /** The statements after the first, except those that map the token types of a text search configuration. */
    private static List<String> following(List<String> statements) {
        return TextSearchConfiguration.of(statements)
                .map(TextSearchConfiguration::others)
                .orElseGet(() -> statements.stream().skip(1).toList());
    }

    private static List<String> without(List<String> statements, List<String> others) {
        return statements.stream()
                .filter(each -> others.stream().noneMatch(other -> CreateStatement.same(each, other)))
                .toList();
    }
}
