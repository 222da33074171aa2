package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ConstraintIndex;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.DeclaredTable;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the type-level annotations of a JPA entity: its table, keys and indexes, and the class of its key. */
final class JpaTable {

    /** Names that no JPA naming strategy changes. */
    private static final String PLAIN = "[a-z_][a-z0-9_]*";

    private final JavaNaming naming;

    JpaTable(JavaNaming naming) {
        this.naming = naming;
    }

    void write(DeclaredTable declared, TypeSpec.Builder type) {
        Table table = declared.table();
        ClassName name = naming.table(table.name());
        boolean unique = naming.isUniqueSimpleName(name);
        type.addAnnotation(AnnotationBuilder.jpa("Entity")
                .text("name", unique ? "" : name.canonicalName())
                .build());
        boolean derived =
                unique && naming.derives(name.simpleName(), table.name().name());
        String schema = table.name().schema();
        AnnotationBuilder annotation = AnnotationBuilder.jpa("Table")
                .text("name", derived ? "" : quoted(table.name().name()))
                .text("schema", schema.equals(QualifiedName.DEFAULT_SCHEMA) ? "" : quoted(schema));
        table.constraints(Constraint.Unique.class)
                .filter(constraint -> declares(declared, constraint))
                .forEach(constraint -> annotation.annotation("uniqueConstraints", unique(constraint)));
        table.indexes().stream()
                .filter(index -> declares(declared, index))
                .forEach(index -> annotation.annotation("indexes", index(index)));
        if (annotation.isDeclared()) {
            type.addAnnotation(annotation.build());
        }
        AnnotationBuilder tenon =
                TenonDialect.attributesExceptName(new AnnotationBuilder(dev.tenon.annotation.Table.class), table);
        if (tenon.isDeclared()) {
            type.addAnnotation(tenon.build());
        }
        key(table, name, type);
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PROTECTED).build());
    }

    /** Whether {@code @UniqueConstraint} declares the whole constraint; one of the primary key's columns has no effect. */
    static boolean declares(DeclaredTable declared, Constraint constraint) {
        return constraint instanceof Constraint.Unique unique
                && !declared.globalUniques().contains(unique.name())
                && declared.table()
                        .primaryKey()
                        .filter(key -> Set.copyOf(key.columns()).equals(Set.copyOf(unique.columns())))
                        .isEmpty()
                && !unique.nullsNotDistinct()
                && unique.deferrability() == Deferrability.NOT_DEFERRABLE
                && unique.index().equals(ConstraintIndex.PLAIN);
    }

    /** Whether JPA's {@code @Index} declares the whole index; Hibernate ORM makes a constraint of a unique one. */
    static boolean declares(DeclaredTable declared, Index index) {
        Index plain = Index.of(index.name(), "btree", index.keys());
        return index.keys().stream().allMatch(JpaTable::isPlain)
                && !index.unique()
                && index.where().isEmpty()
                && index.comment().isEmpty()
                && !index.nullsNotDistinct()
                && index.method().equals(plain.method())
                && index.include().isEmpty()
                && index.with().isEmpty()
                && !declared.unledIndexes().contains(index.name())
                && !declared.globalUniques().contains(index.name());
    }

    private static boolean isPlain(IndexKey key) {
        boolean ordered = key.order() == IndexKey.Order.ASC || key.order() == IndexKey.Order.DESC;
        return key.column().filter(column -> column.matches(PLAIN)).isPresent()
                && key.collation().isEmpty()
                && key.operatorClass().isEmpty()
                && ordered;
    }

    /** Quotes the name if PostgreSQL or a naming strategy would change it. */
    static String quoted(String name) {
        return name.matches(PLAIN) ? name : '"' + name + '"';
    }

    private static AnnotationBuilder unique(Constraint.Unique unique) {
        return AnnotationBuilder.jpa("UniqueConstraint")
                .text("name", quoted(unique.name()))
                .texts(
                        "columnNames",
                        unique.columns().stream().map(JpaTable::quoted).toList());
    }

    private static AnnotationBuilder index(Index index) {
        String columns = index.keys().stream()
                .map(key -> key.column().orElseThrow() + (key.order() == IndexKey.Order.DESC ? " DESC" : ""))
                .collect(Collectors.joining(", "));
        return AnnotationBuilder.jpa("Index").text("name", quoted(index.name())).text("columnList", columns);
    }

    /** A key of several columns needs a class of its own. */
    private void key(Table table, ClassName name, TypeSpec.Builder type) {
        List<String> key =
                table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
        if (key.size() < 2) {
            return;
        }
        ClassName id = name.nestedClass(name.simpleName() + "Id");
        type.addAnnotation(AnnotationBuilder.jpa("IdClass").type("value", id).build());
        MethodSpec.Builder parts = MethodSpec.constructorBuilder();
        table.columns().stream()
                .filter(column -> key.contains(column.name()))
                .forEach(column -> parts.addParameter(
                        JavaType.of(column.type(), false, naming), naming.member(table.name(), column.name())));
        type.addType(TypeSpec.recordBuilder(id.simpleName())
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(Serializable.class)
                .recordConstructor(parts.build())
                .build());
    }
}
