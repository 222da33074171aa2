package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.EntityClass;
import dev.tenon.processor.internal.read.jpa.attribute.EntityReference;
import dev.tenon.processor.internal.read.jpa.attribute.PrimaryKeyColumn;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.Column;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.TableStorage;
import java.util.List;
import java.util.Optional;

/**
 * A table with more columns of an entity: its key is the key of the entity, which it references.
 *
 * @param entity the entity
 * @param name the table
 * @param key the key columns, in the order of the entity's key
 * @param referenced the key of the entity
 * @param foreignKey the foreign key to the entity
 * @param said the annotation of the table, if there is one
 * @param site the place of the declaration
 * @param parts the columns beside the key
 */
record SecondaryTable(
        EntityClass entity,
        QualifiedName name,
        List<PrimaryKeyColumn> key,
        List<PrimaryKeyColumn> referenced,
        ForeignKeys foreignKey,
        Optional<AnnotationUse> said,
        SourceLocation site,
        TableContribution parts) {

    SecondaryTable {
        key = List.copyOf(key);
        referenced = List.copyOf(referenced);
    }

    /** Builds the table, or adds to the table of that name. */
    TableDraft build(JpaContext jpa, TableBuilder builder) {
        TableDraft table = builder.begin(
                entity.element(),
                List.of(),
                name,
                TableStorage.DEFAULT,
                said.flatMap(use -> use.optionalText("comment")),
                parts,
                false);
        for (int i = 0; i < key.size(); i++) {
            PrimaryKeyColumn column = key.get(i);
            if (table.column(column.name()).isEmpty()) {
                table.addFirst(Column.of(column.name(), column.type()), i, site);
            }
        }
        List<String> names = names(key);
        builder.key(table, names, site);
        // Rows of subclasses may be in other tables.
        if (foreignKey.wanted() && !names.isEmpty() && !entity.isSpread()) {
            builder.reference(
                    table,
                    new EntityReference(
                            names,
                            entity,
                            names(referenced),
                            foreignKey.name(),
                            JoinColumns.onDelete(entity.marks()),
                            site));
        }
        builder.constraints(table, parts);
        said.ifPresent(use -> new TableExtras(jpa, builder).read(table, use));
        return table;
    }

    private static List<String> names(List<PrimaryKeyColumn> columns) {
        return columns.stream().map(PrimaryKeyColumn::name).toList();
    }
}
