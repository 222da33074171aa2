package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.DeclaredTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Uses the annotations of Jakarta Persistence, and Tenon's for other attributes. */
final class JpaDialect implements EntityDialect {

    private static final Set<String> VERSIONS = Set.of("version", "lock_version", "opt_lock", "row_version");
    private static final Set<String> COUNTS = Set.of("smallint", "integer", "bigint");

    private final JavaNaming naming;
    private final JpaRelations relations;
    private final ColumnAnnotations columns;
    private final JpaTable tables;

    JpaDialect(JavaNaming naming, JpaRelations relations, ColumnAnnotations columns) {
        this.naming = naming;
        this.relations = relations;
        this.columns = columns;
        this.tables = new JpaTable(naming);
    }

    @Override
    public void head(DeclaredTable declared, TypeSpec.Builder type) {
        tables.write(declared, type);
    }

    @Override
    public boolean declares(DeclaredTable declared, Constraint constraint) {
        Table table = declared.table();
        boolean relation = constraint instanceof Constraint.ForeignKey key
                && relations.at(table.name(), key.columns().get(0)).isPresent()
                && JpaRelation.declares(table, key);
        return relation || JpaTable.declares(declared, constraint);
    }

    @Override
    public boolean declares(DeclaredTable declared, Index index) {
        return JpaTable.declares(declared, index);
    }

    @Override
    public Member member(Table table, Column column, List<AnnotationSpec> references) {
        String member = naming.member(table.name(), column.name());
        Optional<Constraint.ForeignKey> relation = relations.at(table.name(), column.name());
        AnnotationBuilder tenon = ColumnAnnotations.attributesExceptType(
                new AnnotationBuilder(dev.tenon.annotation.Column.class), column);
        List<AnnotationSpec> annotations = new ArrayList<>();
        TypeName type;
        if (relation.isPresent()) {
            type = naming.table(relation.get().target());
            annotations.addAll(JpaRelation.of(table, column, relation.get()));
        } else {
            type = boxed(table, column, JavaType.of(column.type(), column.nullable(), naming));
            annotations.addAll(basic(table, column, member, tenon));
        }
        if (tenon.isDeclared()) {
            annotations.add(tenon.build());
        }
        columns.value(table, column).ifPresent(annotations::add);
        annotations.addAll(references);
        return new Member(member, type, annotations);
    }

    private List<AnnotationSpec> basic(Table table, Column column, String member, AnnotationBuilder tenon) {
        List<AnnotationSpec> annotations = new ArrayList<>();
        List<String> key =
                table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
        boolean isKey = key.contains(column.name());
        boolean isEnum = naming.enumType(column.type()).isPresent();
        if (isKey) {
            annotations.add(AnnotationBuilder.jpa("Id").build());
            generation(table, column)
                    .ifPresent(strategy -> annotations.add(AnnotationBuilder.jpa("GeneratedValue")
                            .constant("strategy", "GenerationType", strategy)
                            .build()));
        } else if (VERSIONS.contains(column.name())
                && COUNTS.contains(column.type().toString())
                && !column.nullable()
                && table.foreignKeys().stream().noneMatch(each -> each.columns().contains(column.name()))) {
            annotations.add(AnnotationBuilder.jpa("Version").build());
        }
        if (isEnum) {
            annotations.add(AnnotationBuilder.jpa("Enumerated")
                    .constant("value", "EnumType", "STRING")
                    .build());
        }
        boolean computed = column.defaultValue()
                .filter(ColumnDefault.Generated.class::isInstance)
                .isPresent();
        AnnotationBuilder annotation = AnnotationBuilder.jpa("Column")
                .text("name", naming.derives(member, column.name()) ? "" : JpaTable.quoted(column.name()))
                .flag("nullable", column.nullable() || isKey, true)
                .flag("insertable", !computed, true)
                .flag("updatable", !computed, true);
        JpaType.declare(column.type(), naming, annotation, tenon);
        if (annotation.isDeclared()) {
            annotations.add(annotation.build());
        }
        return annotations;
    }

    /** A generated key is null before the insert, so its type is not primitive. */
    private static TypeName boxed(Table table, Column column, TypeName type) {
        return generation(table, column).isPresent() ? type.box() : type;
    }

    /** Returns the generation strategy if the column is the whole key and the database generates it. */
    private static Optional<String> generation(Table table, Column column) {
        Optional<ColumnDefault> value = table.primaryKey()
                .filter(key -> key.columns().equals(List.of(column.name())))
                .flatMap(key -> column.defaultValue());
        boolean counts = value.filter(each -> each instanceof ColumnDefault.Identity
                        || (each instanceof ColumnDefault.Expression expression
                                && expression.sql().startsWith("nextval(")))
                .isPresent();
        if (counts && COUNTS.contains(column.type().toString())) {
            return Optional.of("IDENTITY");
        }
        return value.isPresent() && column.type().toString().equals("uuid") ? Optional.of("UUID") : Optional.empty();
    }
}
