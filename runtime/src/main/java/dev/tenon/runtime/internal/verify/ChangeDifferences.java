package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.internal.format.AttributeFormatter;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.ConstraintChange;
import dev.tenon.schema.internal.diff.EnumChange;
import dev.tenon.schema.internal.diff.ExtensionChange;
import dev.tenon.schema.internal.diff.GrantChange;
import dev.tenon.schema.internal.diff.IndexChange;
import dev.tenon.schema.internal.diff.NamespaceChange;
import dev.tenon.schema.internal.diff.PartitionChange;
import dev.tenon.schema.internal.diff.PolicyChange;
import dev.tenon.schema.internal.diff.RoleChange;
import dev.tenon.schema.internal.diff.SequenceChange;
import dev.tenon.schema.internal.diff.SqlObjectChange;
import dev.tenon.schema.internal.diff.TableChange;
import dev.tenon.schema.internal.diff.ViewChange;
import java.util.List;

/**
 * Converts the changes from the live to the expected schema to differences: the old value of a change is what was
 * found, the new value is what is expected.
 */
final class ChangeDifferences implements Change.Cases<List<Difference>> {

    @Override
    public List<Difference> role(RoleChange change) {
        return change.match(create -> List.of(Difference.missing(create.path(), "")));
    }

    @Override
    public List<Difference> namespace(NamespaceChange change) {
        return change.match(new NamespaceChange.Cases<List<Difference>>() {
            @Override
            public List<Difference> create(NamespaceChange.Create create) {
                return List.of(Difference.missing(create.path(), ""));
            }

            @Override
            public List<Difference> drop(NamespaceChange.Drop drop) {
                return List.of(Difference.unexpected(drop.path(), ""));
            }
        });
    }

    @Override
    public List<Difference> extension(ExtensionChange change) {
        return change.match(new ExtensionChange.Cases<List<Difference>>() {
            @Override
            public List<Difference> create(ExtensionChange.Create create) {
                return List.of(Difference.missing(create.path(), ""));
            }

            @Override
            public List<Difference> drop(ExtensionChange.Drop drop) {
                return List.of(Difference.unexpected(drop.path(), ""));
            }

            @Override
            public List<Difference> move(ExtensionChange.Move move) {
                return AttributeDiff.compare(move.path(), move.after(), move.before());
            }
        });
    }

    @Override
    public List<Difference> enumType(EnumChange change) {
        return change.match(new EnumDifferences());
    }

    @Override
    public List<Difference> sequence(SequenceChange change) {
        return change.match(new SequenceDifferences());
    }

    @Override
    public List<Difference> table(TableChange change) {
        return change.match(new TableDifferences());
    }

    @Override
    public List<Difference> partition(PartitionChange change) {
        return change.match(new PartitionDifferences());
    }

    @Override
    public List<Difference> column(ColumnChange change) {
        return change.match(new ColumnDifferences());
    }

    @Override
    public List<Difference> constraint(ConstraintChange change) {
        return change.match(new ConstraintDifferences());
    }

    @Override
    public List<Difference> index(IndexChange change) {
        return change.match(new IndexDifferences());
    }

    @Override
    public List<Difference> policy(PolicyChange change) {
        return change.match(new PolicyDifferences());
    }

    @Override
    public List<Difference> grant(GrantChange change) {
        return change.match(new GrantChange.Cases<List<Difference>>() {
            @Override
            public List<Difference> grant(GrantChange.GrantPrivilege give) {
                return List.of(Difference.missing(
                        give.path(), AttributeFormatter.text(give.grant().privileges())));
            }

            @Override
            public List<Difference> revoke(GrantChange.RevokePrivilege take) {
                return List.of(Difference.unexpected(
                        take.path(), AttributeFormatter.text(take.grant().privileges())));
            }
        });
    }

    @Override
    public List<Difference> view(ViewChange change) {
        return change.match(new ViewDifferences());
    }

    @Override
    public List<Difference> object(SqlObjectChange change) {
        return change.match(new SqlObjectDifferences());
    }

    /** Renames are declared by entities; comparing two schemas by name finds none. */
    static IllegalStateException noRename(Change change) {
        return new IllegalStateException("a comparison by name cannot find " + change);
    }
}
