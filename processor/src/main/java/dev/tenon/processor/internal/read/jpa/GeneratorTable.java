package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.BasicTypes;
import dev.tenon.processor.internal.read.jpa.attribute.ColumnSizes;
import dev.tenon.processor.internal.read.jpa.attribute.EntityClass;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.TableStorage;
import java.util.List;
import java.util.Optional;

/**
 * A table that generates keys, with a row for each kind of key.
 *
 * @param entity the first entity that uses the table
 * @param name the table
 * @param key the column with the kinds of keys
 * @param value the column with the numbers
 * @param site the place of the declaration
 */
record GeneratorTable(EntityClass entity, QualifiedName name, String key, String value, SourceLocation site) {

    static GeneratorTable of(JpaContext jpa, EntityClass entity, Optional<AnnotationUse> said, SourceLocation site) {
        said.ifPresent(use -> refuse(jpa, use));
        String schema = text(jpa, said, "schema")
                .or(() -> jpa.readers().packages().schemaName(entity.element()))
                .orElse(QualifiedName.DEFAULT_SCHEMA);
        return new GeneratorTable(
                entity,
                new QualifiedName(schema, text(jpa, said, "table").orElse("hibernate_sequences")),
                text(jpa, said, "pkColumnName").orElse("sequence_name"),
                text(jpa, said, "valueColumnName").orElse("next_val"),
                site);
    }

    /** The table of a generator of Hibernate ORM; if none is declared, it has the name of the generator. */
    static GeneratorTable of(JpaContext jpa, EntityClass entity, GenericGenerator said) {
        String schema = said.schema()
                .map(jpa.naming()::physical)
                .or(() -> jpa.readers().packages().schemaName(entity.element()))
                .orElse(QualifiedName.DEFAULT_SCHEMA);
        String table = said.parameter("table_name").orElseGet(() -> said.use().text("name"));
        return new GeneratorTable(
                entity,
                new QualifiedName(schema, jpa.naming().physical(table)),
                said.parameter("segment_column_name")
                        .map(jpa.naming()::physical)
                        .orElse("sequence_name"),
                said.parameter("value_column_name").map(jpa.naming()::physical).orElse("next_val"),
                said.use().site());
    }

    private static Optional<String> text(JpaContext jpa, Optional<AnnotationUse> said, String attribute) {
        return said.flatMap(use -> use.optionalText(attribute)).map(jpa.naming()::physical);
    }

    private static void refuse(JpaContext jpa, AnnotationUse use) {
        for (String attribute : List.of("uniqueConstraints", "indexes")) {
            if (!use.annotations(attribute).isEmpty()) {
                jpa.error(
                        DiagnosticCode.JPA_VALUE,
                        use.site(attribute),
                        "the " + attribute + " of a @TableGenerator are not supported",
                        "remove them; the table is read only by its key");
            }
        }
    }

    /** The table. */
    TableDraft build(TableBuilder builder) {
        TableDraft table = builder.begin(
                entity.element(),
                List.of(),
                name,
                TableStorage.DEFAULT,
                Optional.empty(),
                new TableContribution(),
                false);
        if (table.column(key).isEmpty()) {
            table.add(Column.of(key, BasicTypes.text(ColumnSizes.DEFAULT_LENGTH)), site);
        }
        if (table.column(value).isEmpty()) {
            table.add(Column.of(value, ColumnType.builtin("bigint")).withNullable(true), site);
        }
        builder.key(table, List.of(key), site);
        return table;
    }

    /** Whether both are the same table with the same columns. */
    boolean isLike(GeneratorTable other) {
        return key.equals(other.key) && value.equals(other.value);
    }
}
