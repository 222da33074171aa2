package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.AnnotationSpec;
import dev.tenon.annotation.Check;
import dev.tenon.annotation.PrimaryKey;
import dev.tenon.annotation.References;
import dev.tenon.annotation.Unique;
import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.DeclaredTable;
import dev.tenon.schema.internal.derive.DefaultNames;
import dev.tenon.schema.internal.derive.ForeignKeyIndexes;
import java.util.List;
import java.util.Optional;

/** Writes constraints as annotations on the type, and foreign keys on the referencing members. */
public final class ConstraintAnnotations {

    private final Schema schema;
    private final JavaNaming naming;
    private final IndexAnnotations indexes;
    private final boolean onMembers;

    /**
     * Creates a writer.
     *
     * @param onMembers whether constraints of one column are declared on its member
     */
    public ConstraintAnnotations(Schema schema, JavaNaming naming, boolean onMembers) {
        this.schema = schema;
        this.naming = naming;
        this.indexes = new IndexAnnotations(schema, naming);
        this.onMembers = onMembers;
    }

    /** Returns the annotation of the type, or adds annotations to members. */
    public Optional<AnnotationSpec> write(DeclaredTable declared, Constraint constraint, MemberAnnotations members) {
        Table table = declared.table();
        return constraint.match(new Constraint.Cases<>() {
            @Override
            public Optional<AnnotationSpec> primaryKey(Constraint.PrimaryKey key) {
                return ConstraintAnnotations.this.primaryKey(table, key);
            }

            @Override
            public Optional<AnnotationSpec> unique(Constraint.Unique unique) {
                boolean single = onMembers && unique.columns().size() == 1;
                String derived = DefaultNames.unique(table.name(), unique.columns());
                AnnotationBuilder annotation = new AnnotationBuilder(Unique.class)
                        .texts("columns", single ? List.of() : naming.members(table.name(), unique.columns()))
                        .text("name", unique.name().equals(derived) ? "" : unique.name())
                        .flag("nullsNotDistinct", unique.nullsNotDistinct())
                        .texts(
                                "include",
                                naming.members(table.name(), unique.index().include()))
                        .with(unique.index().with())
                        .constant("deferrable", unique.deferrability());
                AnnotationSpec written = TenancyAnnotations.global(annotation, declared, unique.name())
                        .build();
                return single ? onMember(unique.columns().get(0), written) : Optional.of(written);
            }

            @Override
            public Optional<AnnotationSpec> check(Constraint.Check check) {
                Optional<String> single = onMembers ? columnNamedBy(table, check) : Optional.empty();
                boolean derived = check.name()
                        .equals(DefaultNames.check(table.name(), single.stream().toList()));
                AnnotationSpec annotation = new AnnotationBuilder(Check.class)
                        .sql("value", check.expression())
                        .text("name", derived ? "" : check.name())
                        .flag("notValid", !check.validated())
                        .build();
                return single.isPresent() ? onMember(single.get(), annotation) : Optional.of(annotation);
            }

            private Optional<AnnotationSpec> onMember(String column, AnnotationSpec annotation) {
                members.add(column, annotation);
                return Optional.empty();
            }

            @Override
            public Optional<AnnotationSpec> foreignKey(Constraint.ForeignKey key) {
                if (!onMembers(table, key, members)) {
                    return Optional.of(reference(table, key, key.columns()));
                }
                key.columns().forEach(column -> members.refer(column, reference(table, key, List.of())));
                return Optional.empty();
            }

            @Override
            public Optional<AnnotationSpec> exclusion(Constraint.Exclusion exclusion) {
                return Optional.of(indexes.exclusion(declared, exclusion));
            }
        });
    }

    /** Returns the annotation of a primary key if the members cannot declare all of it. */
    private Optional<AnnotationSpec> primaryKey(Table table, Constraint.PrimaryKey key) {
        boolean ordered = key.columns().equals(inOrder(table, key.columns()));
        String derived = DefaultNames.primaryKey(table.name());
        AnnotationBuilder annotation = new AnnotationBuilder(PrimaryKey.class)
                .texts("columns", ordered ? List.of() : naming.members(table.name(), key.columns()))
                .text("name", key.name().equals(derived) ? "" : key.name())
                .texts("include", naming.members(table.name(), key.index().include()))
                .with(key.index().with());
        return annotation.isDeclared() ? Optional.of(annotation.build()) : Optional.empty();
    }

    /** A member has one reference: to a whole primary key, in the column order of both tables. */
    private boolean onMembers(Table table, Constraint.ForeignKey key, MemberAnnotations members) {
        return inOrder(table, key.columns()).equals(key.columns())
                && key.columns().stream().noneMatch(members::refers)
                && leadsToPrimaryKey(key);
    }

    /** PostgreSQL names the check of a single column after that column. */
    private static Optional<String> columnNamedBy(Table table, Constraint.Check check) {
        return table.columns().stream()
                .map(Column::name)
                .filter(column -> check.name().equals(DefaultNames.check(table.name(), List.of(column))))
                .findFirst();
    }

    private boolean leadsToPrimaryKey(Constraint.ForeignKey key) {
        return schema.table(key.target())
                .flatMap(Table::primaryKey)
                .filter(target -> target.columns().equals(key.targetColumns()))
                .isPresent();
    }

    private static List<String> inOrder(Table table, List<String> columns) {
        return table.columns().stream()
                .map(Column::name)
                .filter(columns::contains)
                .toList();
    }

    private AnnotationSpec reference(Table table, Constraint.ForeignKey key, List<String> columns) {
        // The name joins the members of a key of several columns.
        boolean joins = columns.isEmpty() && key.columns().size() > 1;
        boolean derived = key.name().equals(DefaultNames.foreignKey(table.name(), key.columns()));
        return new AnnotationBuilder(References.class)
                .type("value", naming.table(key.target()))
                .texts("columns", naming.members(table.name(), columns))
                .texts("target", leadsToPrimaryKey(key) ? List.of() : naming.members(key.target(), key.targetColumns()))
                .constant("onDelete", key.onDelete())
                .texts("onDeleteColumns", naming.members(table.name(), key.onDeleteColumns()))
                .constant("onUpdate", key.onUpdate())
                .constant("match", key.match())
                .constant("deferrable", key.deferrability())
                .text("name", derived && !joins ? "" : key.name())
                .flag("index", ForeignKeyIndexes.served(table, key.columns()))
                .flag("notValid", !key.validated())
                .build();
    }
}
