package dev.tenon.schema.internal.diff.rename;

import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.EnumChange;
import dev.tenon.schema.internal.diff.SequenceChange;
import dev.tenon.schema.internal.diff.TableChange;
import dev.tenon.schema.internal.diff.ViewChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The declared renames that are still to be applied, and the old schema after them, so that the diff, which pairs by
 * name, finds no difference in names. A rename applies only if the old name exists and the new one does not, so it has
 * no effect once it is applied. If the new name belongs to an object that is itself renamed, that object is renamed
 * first. Objects of extensions that move to another schema are in that schema.
 *
 * @param changes the renames, tables and types before their members
 * @param renamed the old schema under the new names
 */
public record DeclaredRenames(List<Change> changes, Schema renamed) {

    public DeclaredRenames {
        changes = List.copyOf(changes);
    }

    /** Finds the renames between two schemas that the hints declare. */
    public static DeclaredRenames between(Schema before, Schema after, MigrationHints hints) {
        Map<ObjectPath, String> owners = new TreeMap<>();
        Map<ObjectPath, String> members = new TreeMap<>();
        hints.renamedFrom().forEach((now, text) -> (now.member().isEmpty() ? owners : members).put(now, text));
        SchemaRenamer renamer = new SchemaRenamer(ExtensionMoves.apply(before, after), after);
        renamer.applyAll(owners);
        renamer.applyAll(members);
        return new DeclaredRenames(renamer.changes, AlterationRename.ofPartitions(renamer.schema, after));
    }

    /** Applies the renames one by one to the schema. */
    private static final class SchemaRenamer {

        private final Schema after;
        private final List<Change> changes = new ArrayList<>();
        private Schema schema;

        SchemaRenamer(Schema before, Schema after) {
            this.schema = before;
            this.after = after;
        }

        void applyAll(Map<ObjectPath, String> declared) {
            Map<ObjectPath, String> left = new TreeMap<>(declared);
            boolean more = true;
            while (more) {
                more = left.entrySet().removeIf(hint -> applyIfReady(hint.getKey(), hint.getValue(), declared));
            }
        }

        private boolean applyIfReady(ObjectPath now, String text, Map<ObjectPath, String> declared) {
            ObjectPath former = RenameResolver.of(now, text);
            boolean ready = RenameResolver.isIn(schema, former)
                    && !RenameResolver.isIn(schema, now)
                    && isReleased(former, declared, new HashSet<>());
            if (ready) {
                schema = apply(now, former);
            }
            return ready;
        }

        /**
         * Whether the object of this name gives it up: the schema after has no such object, or declares it as a rename
         * of another object that also gives up its name.
         */
        private boolean isReleased(ObjectPath name, Map<ObjectPath, String> declared, Set<ObjectPath> seen) {
            if (!RenameResolver.isIn(after, name)) {
                return true;
            }
            String text = declared.get(name);
            if (text == null || !seen.add(name)) {
                return false;
            }
            ObjectPath former = RenameResolver.of(name, text);
            return RenameResolver.isIn(schema, former) && isReleased(former, declared, seen);
        }

        private Schema apply(ObjectPath now, ObjectPath former) {
            QualifiedName owner = now.owner();
            return switch (now.kind()) {
                case TABLE -> {
                    changes.add(new TableChange.Rename(former.owner(), owner));
                    yield TableRename.apply(schema, former.owner(), owner);
                }
                case ENUM -> {
                    changes.add(new EnumChange.Rename(former.owner(), owner));
                    yield EnumRename.apply(schema, former.owner(), owner);
                }
                case VIEW -> {
                    View view = schema.view(former.owner()).orElseThrow();
                    changes.add(new ViewChange.Rename(view, owner));
                    yield ViewRename.apply(schema, former.owner(), owner);
                }
                case SEQUENCE -> {
                    changes.add(new SequenceChange.Rename(former.owner(), owner));
                    yield schema.withSequences(schema.sequences().stream()
                            .map(each -> each.name().equals(former.owner()) ? each.withName(owner) : each)
                            .toList());
                }
                case COLUMN -> {
                    changes.add(new ColumnChange.Rename(owner, former.member(), now.member()));
                    yield ColumnRename.apply(schema, owner, former.member(), now.member());
                }
                default -> {
                    changes.add(new EnumChange.RenameLabel(owner, former.member(), now.member()));
                    yield EnumRename.label(schema, owner, former.member(), now.member());
                }
            };
        }
    }
}
