package dev.tenon.schema.internal.generate;

import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.diff.rename.DeclaredRenames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parses renames from the command line as an alternative to {@code @RenamedFrom}: {@code plan=project} for a table,
 * type or view, {@code plan.title=plan.label} for a column or an enum label. They yield the same hints.
 */
final class RenameOptions {

    private final Schema newest;
    private final CompiledSnapshot compiled;
    private final Map<ObjectPath, String> renamedFrom;

    private RenameOptions(Schema newest, CompiledSnapshot compiled) {
        this.newest = newest;
        this.compiled = compiled;
        this.renamedFrom = new HashMap<>(compiled.hints().renamedFrom());
    }

    /** An object before and after it was renamed. */
    private record Pair(ObjectPath before, ObjectPath after) {}

    /**
     * The compiled snapshot with the renames in its hints.
     *
     * @param newest the schema after the newest migration
     * @param compiled the compiled snapshot of the classes
     * @param words the renames, each as {@code old=new}
     * @throws IllegalArgumentException if one of them matches no rename, or several
     */
    static CompiledSnapshot declare(Schema newest, CompiledSnapshot compiled, List<String> words) {
        RenameOptions renames = new RenameOptions(newest, compiled);
        List<String> ofMembers =
                words.stream().filter(each -> !renames.declareOwner(each)).toList();
        ofMembers.forEach(renames::declareMember);
        MigrationHints hints = compiled.hints();
        return new CompiledSnapshot(
                compiled.schema(),
                new MigrationHints(renames.renamedFrom, hints.backfills(), hints.conversions()),
                compiled.entities(),
                compiled.classes(),
                compiled.share());
    }

    /** Adds the rename to the hints if it is one of a table, type or view. */
    private boolean declareOwner(String words) {
        List<Pair> pairs = pairs(words, owners(newest), owners(compiled.schema()), Map.of());
        if (pairs.size() > 1) {
            throw new IllegalArgumentException("'" + words + "' is ambiguous; it matches several renames: " + pairs);
        }
        pairs.forEach(
                pair -> renamedFrom.put(pair.after(), pair.before().owner().toString()));
        return !pairs.isEmpty();
    }

    private void declareMember(String words) {
        MigrationHints owners = new MigrationHints(renamedFrom, Map.of(), Map.of());
        Schema renamed =
                DeclaredRenames.between(newest, compiled.schema(), owners).renamed();
        List<Pair> pairs = pairs(words, members(renamed), members(compiled.schema()), renamedFrom).stream()
                .filter(pair -> pair.before().owner().equals(pair.after().owner()))
                .toList();
        if (pairs.size() != 1) {
            throw new IllegalArgumentException(
                    pairs.isEmpty()
                            ? "'" + words
                                    + "' matches no rename: the old name must exist in the newest snapshot but not in"
                                    + " the classes, and the new name in the classes but"
                                    + " not in the snapshot"
                            : "'" + words + "' is ambiguous; it matches several" + " renames: " + pairs);
        }
        renamedFrom.put(pairs.get(0).after(), pairs.get(0).before().member());
    }

    /** The renames that the text may mean; a name may contain an equals sign. */
    private static List<Pair> pairs(
            String words, Set<ObjectPath> before, Set<ObjectPath> after, Map<ObjectPath, String> renamedFrom) {
        List<Pair> pairs = new ArrayList<>();
        for (int at = words.indexOf('='); at >= 0; at = words.indexOf('=', at + 1)) {
            String old = words.substring(0, at);
            String fresh = words.substring(at + 1);
            List<ObjectPath> gone = before.stream()
                    .filter(path -> says(old, path, path.owner()) || says(old, path, former(path, renamedFrom)))
                    .filter(path -> !after.contains(path))
                    .toList();
            List<ObjectPath> there = after.stream()
                    .filter(path -> says(fresh, path, path.owner()) && !before.contains(path))
                    .toList();
            for (ObjectPath one : gone) {
                there.stream()
                        .filter(other -> other.kind() == one.kind())
                        .forEach(other -> pairs.add(new Pair(one, other)));
            }
        }
        return pairs;
    }

    private static boolean says(String text, ObjectPath path, QualifiedName owner) {
        String member = path.member().isEmpty() ? "" : "." + path.member();
        return text.equals(owner.display() + member) || text.equals(owner + member);
    }

    /** The name of the object's owner before it was renamed itself. */
    private static QualifiedName former(ObjectPath member, Map<ObjectPath, String> renamedFrom) {
        ObjectPath owner = member.kind() == ObjectPath.Kind.COLUMN
                ? ObjectPath.table(member.owner())
                : ObjectPath.enumType(member.owner());
        String text = renamedFrom.get(owner);
        return text == null ? member.owner() : QualifiedName.parse(text);
    }

    private static Set<ObjectPath> owners(Schema schema) {
        Set<ObjectPath> paths = new LinkedHashSet<>();
        schema.tables().forEach(table -> paths.add(ObjectPath.table(table.name())));
        schema.enums().forEach(type -> paths.add(ObjectPath.enumType(type.name())));
        schema.views().forEach(view -> paths.add(ObjectPath.view(view.name())));
        return paths;
    }

    private static Set<ObjectPath> members(Schema schema) {
        Set<ObjectPath> paths = new LinkedHashSet<>();
        schema.tables()
                .forEach(table ->
                        table.columns().forEach(column -> paths.add(ObjectPath.column(table.name(), column.name()))));
        schema.enums().forEach(type -> type.labels().forEach(label -> paths.add(ObjectPath.label(type.name(), label))));
        return paths;
    }
}
