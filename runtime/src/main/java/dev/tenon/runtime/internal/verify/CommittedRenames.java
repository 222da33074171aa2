package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.internal.effect.NameParser;
import dev.tenon.runtime.internal.effect.StatementPattern;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.ObjectPath.Kind;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.diff.rename.DeclaredRenames;
import dev.tenon.schema.internal.diff.rename.RenameResolver;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The renames of a migration that are in effect in a live database. The catalogs show which they are, so the result is
 * the same before and after some of them were renamed back.
 */
final class CommittedRenames {

    private static final StatementPattern MEMBER =
            new StatementPattern("alter table <name> rename column <name> to <name>");
    private static final StatementPattern LABEL =
            new StatementPattern("alter type <name> rename value <text> to <text>");
    private static final StatementPattern OBJECT =
            new StatementPattern("alter (table|view|materialized view|type|sequence) <name> rename to <name>");
    private static final StatementPattern MOVE =
            new StatementPattern("alter (table|view|materialized view|type|sequence) <name> set schema <name>");

    /** The name after the migration of each renamed object, by its path before. */
    private final Map<ObjectPath, ObjectPath> declared = new LinkedHashMap<>();

    /** The live path of each object whose rename is in effect, by its path before. */
    private final Map<ObjectPath, ObjectPath> live = new LinkedHashMap<>();

    private CommittedRenames() {}

    /** Finds the renames among the statements of a migration. */
    static CommittedRenames of(HalfAppliedMigration migration, Schema found) {
        return of(migration, migration.statements(), found);
    }

    /** Finds the renames among the statements that have begun. */
    static CommittedRenames begun(HalfAppliedMigration migration, Schema found) {
        return of(migration, migration.begun(), found);
    }

    private static CommittedRenames of(HalfAppliedMigration migration, List<String> statements, Schema found) {
        CommittedRenames renames = new CommittedRenames();
        statements.forEach(renames::read);
        renames.declared
                .entrySet()
                .removeIf(each -> each.getKey().equals(each.getValue())
                        || !RenameResolver.isIn(migration.before(), each.getKey()));
        for (boolean members : new boolean[] {false, true}) {
            renames.declared.forEach((origin, now) -> {
                if (origin.member().isEmpty() != members) {
                    renames.find(origin, now, migration.before(), found);
                }
            });
        }
        return renames;
    }

    private void read(String sql) {
        MEMBER.match(sql)
                .ifPresent(head -> member(
                        Kind.COLUMN,
                        NameParser.parse(head.group(1)),
                        NameParser.parse(head.group(2)).name(),
                        NameParser.parse(head.group(3)).name()));
        LABEL.match(sql)
                .ifPresent(head -> member(
                        Kind.LABEL, NameParser.parse(head.group(1)), label(head.group(2)), label(head.group(3))));
        OBJECT.match(sql)
                .ifPresent(head -> object(
                        head.group(1),
                        NameParser.parse(head.group(2)),
                        name -> name.withName(NameParser.parse(head.group(3)).name())));
        MOVE.match(sql)
                .ifPresent(head -> object(
                        head.group(1),
                        NameParser.parse(head.group(2)),
                        name -> new QualifiedName(
                                NameParser.parse(head.group(3)).name(), name.name())));
    }

    private static String label(String constant) {
        String text = constant.substring(constant.indexOf('\'') + 1, constant.length() - 1)
                .replace("''", "'");
        return constant.startsWith("'") ? text : text.replace("\\\\", "\\");
    }

    private void member(Kind kind, QualifiedName owner, String from, String to) {
        Kind of = kind == Kind.COLUMN ? Kind.TABLE : Kind.ENUM;
        ObjectPath first = origin(new ObjectPath(of, owner, ""));
        ObjectPath old = new ObjectPath(kind, owner, from);
        ObjectPath origin = declared.containsValue(old) ? origin(old) : new ObjectPath(kind, first.owner(), from);
        declared.put(origin, new ObjectPath(kind, owner, to));
    }

    private void object(String word, QualifiedName from, UnaryOperator<QualifiedName> to) {
        Kind kind = switch (word.toLowerCase(Locale.ROOT)) {
            case "table" -> Kind.TABLE;
            case "type" -> Kind.ENUM;
            case "sequence" -> Kind.SEQUENCE;
            default -> Kind.VIEW;
        };
        QualifiedName now = to.apply(from);
        ObjectPath origin = origin(new ObjectPath(kind, from, ""));
        Kind member = kind == Kind.TABLE ? Kind.COLUMN : Kind.LABEL;
        declared.replaceAll((path, is) ->
                is.kind() == member && is.owner().equals(from) ? new ObjectPath(member, now, is.member()) : is);
        declared.put(origin, new ObjectPath(kind, now, ""));
    }

    private ObjectPath origin(ObjectPath now) {
        return declared.entrySet().stream()
                .filter(each -> each.getValue().equals(now))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(now);
    }

    private void find(ObjectPath origin, ObjectPath now, Schema before, Schema found) {
        boolean isOwner = origin.member().isEmpty();
        QualifiedName owner = isOwner ? now.owner() : owner(origin, found).orElse(origin.owner());
        ObjectPath path = new ObjectPath(now.kind(), owner, now.member());
        ObjectPath taken = new ObjectPath(now.kind(), isOwner ? now.owner() : origin.owner(), now.member());
        ObjectPath former = isOwner ? origin : new ObjectPath(origin.kind(), owner, origin.member());
        // In a chain of renames, an object of the new name may be the one that had it before.
        // A sequence that replaces another one may be in use already.
        boolean free = !RenameResolver.isIn(found, former);
        boolean own = free || (!RenameResolver.isIn(before, taken) && origin.kind() != Kind.SEQUENCE);
        if (own && RenameResolver.isIn(found, path)) {
            live.put(origin, path);
        }
    }

    /** Returns objects that exchanged their names, so that the catalogs do not show which is which. */
    List<ObjectPath> exchanged() {
        return declared.entrySet().stream()
                .filter(each -> each.getValue().kind() == each.getKey().kind())
                .filter(each -> {
                    ObjectPath next = each.getKey();
                    for (int i = 0; i < declared.size() && declared.containsKey(next); i++) {
                        next = sibling(each.getKey(), declared.get(next));
                        if (next.equals(each.getKey())) {
                            return true;
                        }
                    }
                    return false;
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the path of a member in the owner as it was named before. */
    private static ObjectPath sibling(ObjectPath origin, ObjectPath now) {
        return origin.member().isEmpty() ? now : new ObjectPath(now.kind(), origin.owner(), now.member());
    }

    private Optional<QualifiedName> owner(ObjectPath member, Schema found) {
        ObjectPath owner = new ObjectPath(member.kind() == Kind.COLUMN ? Kind.TABLE : Kind.ENUM, member.owner(), "");
        return Optional.of(now(owner))
                .filter(path -> RenameResolver.isIn(found, path))
                .map(ObjectPath::owner);
    }

    /** Returns the text with the live names of renamed tables. */
    String inText(String sql) {
        String text = sql;
        for (Map.Entry<ObjectPath, ObjectPath> each : live.entrySet()) {
            if (each.getKey().kind() == Kind.TABLE) {
                QualifiedName former = each.getKey().owner();
                String now = Matcher.quoteReplacement(
                        Identifier.quote(each.getValue().owner()));
                text = text.replaceAll(
                        "(?<![\\w$.])(?:" + Pattern.quote(former.schema()) + "\\.)?" + Pattern.quote(former.name())
                                + "(?![\\w$])",
                        now);
            }
        }
        return text;
    }

    /** Returns the former names of the objects whose renames are in effect, within their live owners. */
    List<ObjectPath> formerNames() {
        return live.entrySet().stream()
                .map(each -> each.getKey().member().isEmpty()
                        ? each.getKey()
                        : new ObjectPath(
                                each.getKey().kind(),
                                each.getValue().owner(),
                                each.getKey().member()))
                .filter(path -> !live.containsValue(path))
                .toList();
    }

    /** Returns the live path of an object of the schema before. */
    ObjectPath now(ObjectPath before) {
        ObjectPath renamed = live.get(before);
        if (renamed != null || before.member().isEmpty()) {
            return renamed == null ? before : renamed;
        }
        ObjectPath owner = new ObjectPath(before.kind() == Kind.LABEL ? Kind.ENUM : Kind.TABLE, before.owner(), "");
        return new ObjectPath(before.kind(), now(owner).owner(), before.member());
    }

    /** Returns the path before of a live object. */
    ObjectPath before(ObjectPath now) {
        for (Map.Entry<ObjectPath, ObjectPath> each : live.entrySet()) {
            if (each.getValue().equals(now)) {
                return each.getKey();
            }
        }
        if (now.member().isEmpty()) {
            return now;
        }
        ObjectPath owner = new ObjectPath(now.kind() == Kind.LABEL ? Kind.ENUM : Kind.TABLE, now.owner(), "");
        return new ObjectPath(now.kind(), before(owner).owner(), now.member());
    }

    /** Returns the schema before under the live names. */
    Schema applied(Schema before, Schema found) {
        Map<ObjectPath, String> hints = new HashMap<>();
        live.forEach((origin, now) -> hints.put(now, text(origin)));
        return DeclaredRenames.between(before, found, hints(hints)).renamed();
    }

    /** Returns the renames back, from the live names to those before. */
    MigrationHints back() {
        Map<ObjectPath, String> hints = new HashMap<>();
        live.forEach((origin, now) -> hints.put(origin, text(now)));
        return hints(hints);
    }

    private static MigrationHints hints(Map<ObjectPath, String> renames) {
        return new MigrationHints(renames, Map.of(), Map.of());
    }

    private static String text(ObjectPath path) {
        return path.member().isEmpty() ? path.owner().toString() : path.member();
    }
}
