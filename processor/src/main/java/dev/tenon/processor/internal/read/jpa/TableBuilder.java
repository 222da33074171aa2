package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.jpa.attribute.EntityReference;
import dev.tenon.processor.internal.read.jpa.attribute.MappedColumn;
import dev.tenon.processor.internal.read.structure.EntityStructure;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.TableStorage;
import dev.tenon.schema.internal.derive.DefaultNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Builds a table from a fragment. */
final class TableBuilder {

    private final JpaContext jpa;
    private final List<EntityReference> references = new ArrayList<>();

    TableBuilder(JpaContext jpa) {
        this.jpa = jpa;
    }

    /** The foreign keys created so far. */
    List<EntityReference> references() {
        return List.copyOf(references);
    }

    /** Creates a table with the columns only. */
    TableDraft begin(
            TypeElement entity,
            List<TypeElement> hierarchy,
            QualifiedName name,
            TableStorage storage,
            Optional<String> comment,
            TableContribution parts) {
        EntityStructure shape =
                new EntityStructure(entity, hierarchy, parts.properties(), parts.embeddings(), List.of());
        TableDraft table = new TableDraft(jpa.context(), shape, name, storage, comment);
        jpa.context().sites().put(table.path(), SourceLocation.of(entity));
        parts.columns().forEach(column -> add(table, column));
        return table;
    }

    private void add(TableDraft table, MappedColumn column) {
        if (column.beside()) {
            jpa.readers().columns().readBeside(table, column.property(), column.basis());
        } else {
            jpa.readers().columns().read(table, column.property(), column.basis());
        }
    }

    /** Adds the columns of another entity's relationship to a table; existing columns stay unchanged. */
    void extend(TableDraft table, TableContribution parts) {
        for (MappedColumn column : parts.columns()) {
            if (table.column(column.column()).isEmpty()) {
                add(table, column);
            }
        }
        constraints(table, parts);
    }

    /** Adds the primary key to the table. */
    void key(TableDraft table, List<String> columns, SourceLocation site) {
        if (!columns.isEmpty()) {
            table.add(new Constraint.PrimaryKey(DefaultNames.primaryKey(table.name()), columns), site);
        }
    }

    /** Adds the constraints of the fragment to the table. */
    void constraints(TableDraft table, TableContribution parts) {
        Set<List<String>> uniques = new LinkedHashSet<>();
        for (TableContribution.Key unique : parts.uniques()) {
            // A relationship to an entity without a key, which is already reported, has no columns.
            if (!unique.columns().isEmpty() && uniques.add(unique.columns())) {
                unique(table, unique.columns(), Optional.empty(), unique.site());
            }
        }
        parts.conditions().forEach(condition -> check(table, condition));
        parts.links().stream().distinct().forEach(link -> reference(table, link));
    }

    void unique(TableDraft table, List<String> columns, Optional<String> said, SourceLocation site) {
        String name = said.orElseGet(() -> DefaultNames.unique(table.name(), columns));
        jpa.context().sites().put(ObjectPath.constraint(table.name(), name), "columns", site);
        table.add(new Constraint.Unique(name, columns, false, Deferrability.NOT_DEFERRABLE), site);
    }

    void check(TableDraft table, TableContribution.Condition condition) {
        String name = condition.name().orElseGet(() -> DefaultNames.check(table.name(), condition.columns()));
        jpa.context().sites().put(ObjectPath.constraint(table.name(), name), "expression", condition.site());
        table.add(new Constraint.Check(name, condition.expression(), true), condition.site());
    }

    void reference(TableDraft table, EntityReference link) {
        String name = link.name().orElseGet(() -> DefaultNames.foreignKey(table.name(), link.columns()));
        references.add(link);
        table.add(
                Constraint.ForeignKey.of(name, link.columns(), link.target().table(), link.targetColumns())
                        .withOnDelete(link.onDelete(), List.of()),
                link.site());
    }
}
