package dev.tenon.processor.internal.read.structure;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Records the objects that could not be read completely. Rules see placeholders for these objects, and findings about
 * placeholders would repeat problems that are already reported.
 */
public final class UnreadableObjects {

    private static final String NO_PRIMARY_KEY = "TN201";
    private static final String UNKNOWN_COLUMN_IN_SQL = "TN241";

    private final Set<ObjectPath> objects = new HashSet<>();
    private final Set<ObjectPath> keyless = new HashSet<>();
    private boolean tenancy;

    /** Records a column or table that could not be read completely. */
    public void add(ObjectPath object) {
        objects.add(object);
    }

    /** Whether the column or table could not be read completely. */
    public boolean contains(ObjectPath object) {
        return objects.contains(object);
    }

    /** Records a table that has no primary key on purpose, because it may hold equal rows. */
    public void allowKeyless(ObjectPath table) {
        keyless.add(table);
    }

    public void addTenancy() {
        tenancy = true;
    }

    /** Whether the finding is about objects that were read completely. */
    public boolean spares(Finding finding, Schema schema) {
        if (tenancy && finding.code().startsWith("TN3")) {
            return false;
        }
        // A field that could not be read may be several columns, which any expression may read.
        if (finding.code().equals(UNKNOWN_COLUMN_IN_SQL) && !objects.isEmpty()) {
            return false;
        }
        if (contains(ObjectPath.table(finding.at().owner()))
                || contains(ObjectPath.view(finding.at().owner()))
                || (finding.code().equals(NO_PRIMARY_KEY) && keyless.contains(finding.at()))) {
            return false;
        }
        Optional<Table> table = schema.table(finding.at().owner());
        return table.isEmpty() || involved(finding.at(), table.get()).stream().noneMatch(objects::contains);
    }

    private static List<ObjectPath> involved(ObjectPath path, Table table) {
        return switch (path.kind()) {
            case COLUMN -> List.of(path);
            case CONSTRAINT ->
                KeyedLookup.find(table.constraints(), path.member())
                        .map(constraint -> columns(constraint, table.name()))
                        .orElse(List.of());
            case INDEX ->
                KeyedLookup.find(table.indexes(), path.member())
                        .map(index -> columns(index, table.name()))
                        .orElse(List.of());
            default -> List.of();
        };
    }

    private static List<ObjectPath> columns(Index index, QualifiedName table) {
        return paths(
                table,
                index.keys().stream().flatMap(key -> key.column().stream()).toList());
    }

    private static List<ObjectPath> columns(Constraint constraint, QualifiedName table) {
        if (constraint instanceof Constraint.ForeignKey key) {
            List<ObjectPath> both = new ArrayList<>(paths(table, key.columns()));
            both.addAll(paths(key.target(), key.targetColumns()));
            return both;
        }
        return List.of();
    }

    private static List<ObjectPath> paths(QualifiedName table, List<String> names) {
        return names.stream().map(name -> ObjectPath.column(table, name)).toList();
    }
}
