package dev.tenon.cli.importer;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeSpec;
import dev.tenon.annotation.Backfill;
import dev.tenon.annotation.Partitioned;
import dev.tenon.cli.importer.annotation.AccessAnnotations;
import dev.tenon.cli.importer.annotation.AnnotationBuilder;
import dev.tenon.cli.importer.annotation.ConstraintAnnotations;
import dev.tenon.cli.importer.annotation.EntityDialect;
import dev.tenon.cli.importer.annotation.EntityDialects;
import dev.tenon.cli.importer.annotation.IndexAnnotations;
import dev.tenon.cli.importer.annotation.JavaNaming;
import dev.tenon.cli.importer.annotation.Member;
import dev.tenon.cli.importer.annotation.MemberAnnotations;
import dev.tenon.cli.importer.annotation.SerialColumns;
import dev.tenon.cli.importer.annotation.TenancyAnnotations;
import dev.tenon.cli.importer.tenancy.ImportedTenancy;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.Partition;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.DeclaredTable;
import java.util.ArrayList;
import java.util.List;

/** Writes a table as an annotated class. */
final class EntityWriter {

    private final ImportedTenancy imported;
    private final Schema schema;
    private final JavaNaming naming;
    private final EntityStyle style;
    private final EntityDialects dialects;
    private final IndexAnnotations indexes;
    private final SerialColumns serials;
    private final ObjectPlacement objects;

    EntityWriter(ImportedTenancy imported, JavaNaming naming, EntityDialects dialects, EntityStyle style) {
        this.imported = imported;
        this.schema = imported.schema();
        this.naming = naming;
        this.style = style;
        this.dialects = dialects;
        this.indexes = new IndexAnnotations(schema, naming);
        this.serials = new SerialColumns(schema);
        this.objects = new ObjectPlacement(schema);
    }

    TypeSpec write(Table table) {
        // Jakarta Persistence has no entities without a key.
        boolean isJpa = style == EntityStyle.JPA && table.primaryKey().isPresent();
        EntityDialect dialect = isJpa ? dialects.jpa() : dialects.tenon();
        ConstraintAnnotations constraints = new ConstraintAnnotations(schema, naming, !isJpa);
        List<AnnotationSpec> annotations = new ArrayList<>();
        DeclaredTable declared = imported.declared(table);
        MemberAnnotations beside = new MemberAnnotations();
        for (Constraint constraint : table.constraints()) {
            if (!dialect.declares(declared, constraint)) {
                constraints.write(declared, constraint, beside).ifPresent(annotations::add);
            }
        }
        table.indexes().stream()
                .filter(index -> !dialect.declares(declared, index))
                .forEach(index -> indexes.write(declared, index, !isJpa, beside).ifPresent(annotations::add));
        imported.backfill(table.name())
                .ifPresent(sql -> beside.add(
                        schema.tenancy().orElseThrow().column(),
                        new AnnotationBuilder(Backfill.class).text("value", sql).build()));
        List<Member> members = table.columns().stream()
                .map(column -> dialect.member(table, column, beside.of(column.name())))
                .toList();
        ClassShape shape = (isJpa
                        ? ClassShape.BEAN
                        : style == EntityStyle.RECORD ? ClassShape.RECORD : ClassShape.FINAL_FIELDS)
                .forAsMany(members);
        TypeSpec.Builder type = shape.begin(naming.table(table.name()));
        TenancyAnnotations.scope(declared).ifPresent(type::addAnnotation);
        dialect.head(declared, type);
        table.partitioning().ifPresent(partitioning -> partitions(table, partitioning, type));
        annotations.forEach(type::addAnnotation);
        access(table, type);
        shape.write(members, type);
        return type.build();
    }

    private void access(Table table, TypeSpec.Builder type) {
        table.policies().forEach(policy -> type.addAnnotation(AccessAnnotations.policy(policy)));
        table.grants().forEach(grant -> type.addAnnotation(AccessAnnotations.grant(grant)));
        for (Partition partition : table.partitions()) {
            (partition.ownSecurity() ? partition.policies() : List.<Policy>of())
                    .forEach(policy -> type.addAnnotation(AccessAnnotations.policy(policy, partition.name())));
            partition.grants().forEach(grant -> type.addAnnotation(AccessAnnotations.grant(grant, partition.name())));
        }
        schema.sequences().stream()
                .filter(sequence -> sequence.owner()
                        .filter(owner -> owner.table().equals(table.name()))
                        .isPresent())
                .filter(sequence -> !serials.declare(sequence))
                .forEach(sequence -> type.addAnnotation(AccessAnnotations.sequence(
                        sequence,
                        naming.member(
                                table.name(), sequence.owner().orElseThrow().column()))));
        objects.on(table.name()).forEach(object -> type.addAnnotation(AccessAnnotations.object(object)));
    }

    private void partitions(Table table, Partitioning partitioning, TypeSpec.Builder type) {
        List<String> keys = partitioning.keys().stream()
                .map(key -> key.column()
                        .map(column -> naming.member(table.name(), column))
                        .orElseGet(() -> "(" + ((IndexKey.OfExpression) key.target()).sql() + ")"))
                .toList();
        type.addAnnotation(new AnnotationBuilder(Partitioned.class)
                .constant("strategy", partitioning.strategy())
                .texts("columns", keys)
                .flag("elsewhere", partitioning.partitions().isEmpty())
                .build());
        partitioning.partitions().forEach(partition -> {
            AnnotationBuilder annotation =
                    new AnnotationBuilder(dev.tenon.annotation.Partition.class).text("name", partition.name());
            partition.bound().match(new BoundAnnotation(annotation));
            if (partition.ownSecurity()) {
                annotation.constant("rowSecurity", partition.rowSecurity());
            }
            type.addAnnotation(annotation.text("comment", partition.comment()).build());
        });
    }

    /** Declares the bound of a partition. */
    private record BoundAnnotation(AnnotationBuilder annotation) implements PartitionBound.Cases<AnnotationBuilder> {
        @Override
        public AnnotationBuilder range(PartitionBound.Range bound) {
            return annotation.texts("from", ends(bound.from())).texts("to", ends(bound.to()));
        }

        @Override
        public AnnotationBuilder list(PartitionBound.Values bound) {
            return annotation.texts("values", bound.values()).flag("nulls", bound.nulls());
        }

        @Override
        public AnnotationBuilder hash(PartitionBound.Hash bound) {
            return annotation.number("modulus", bound.modulus()).number("remainder", bound.remainder());
        }

        @Override
        public AnnotationBuilder defaultPartition() {
            return annotation.flag("otherwise", true);
        }

        private static List<String> ends(List<PartitionBound.End> ends) {
            return ends.stream().map(PartitionBound.End::text).toList();
        }
    }
}
