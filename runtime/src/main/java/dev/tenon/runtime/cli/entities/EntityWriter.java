package dev.tenon.runtime.cli.entities;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.derive.DerivedNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/** A table as an annotated record. */
final class EntityWriter {

    private final Schema schema;
    private final Naming naming;
    private final Leftovers leftovers;
    private final ColumnWords columns;
    private final ConstraintWords constraints;
    private final IndexWords indexes;

    EntityWriter(Schema schema, Naming naming, Leftovers leftovers) {
        this.schema = schema;
        this.naming = naming;
        this.leftovers = leftovers;
        this.columns = new ColumnWords(naming);
        this.constraints = new ConstraintWords(schema, naming, leftovers);
        this.indexes = new IndexWords(naming);
    }

    TypeSpec write(Table table) {
        ClassName name = naming.table(table.name());
        TypeSpec.Builder type = TypeSpec.recordBuilder(name.simpleName()).addModifiers(Modifier.PUBLIC);
        type.addAnnotation(new Words("Table")
                .text(
                        "name",
                        JavaName.says(name.simpleName(), table.name().name())
                                ? ""
                                : table.name().name())
                .text("comment", table.comment())
                .with(table.storage().with())
                .flag("unlogged", table.storage().unlogged(), false)
                .build());
        table.partitioning().ifPresent(how -> partitions(table, how, type));
        Map<String, List<AnnotationSpec>> references = new TreeMap<>();
        for (Constraint constraint : table.constraints()) {
            constraints.write(table, constraint, references).ifPresent(type::addAnnotation);
        }
        table.indexes().forEach(index -> type.addAnnotation(indexes.index(table.name(), index)));
        access(table, type);
        type.recordConstructor(constructor(table, references));
        return type.build();
    }

    private MethodSpec constructor(Table table, Map<String, List<AnnotationSpec>> references) {
        List<String> key =
                table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
        List<ParameterSpec> components = new ArrayList<>();
        for (Column column : table.columns()) {
            String member = naming.member(table.name(), column.name());
            ParameterSpec.Builder component =
                    ParameterSpec.builder(JavaType.of(column.type(), column.nullable(), naming), member);
            if (key.contains(column.name())) {
                component.addAnnotation(ColumnWords.id());
            }
            component.addAnnotations(columns.of(column, member));
            component.addAnnotations(references.getOrDefault(column.name(), List.of()));
            components.add(component.build());
        }
        leftovers.primaryKey(table, DerivedNames.primaryKey(table.name()));
        return MethodSpec.constructorBuilder().addParameters(components).build();
    }

    private void access(Table table, TypeSpec.Builder type) {
        table.policies().forEach(policy -> type.addAnnotation(AccessWords.policy(policy)));
        table.grants().forEach(grant -> type.addAnnotation(AccessWords.grant(grant)));
        schema.sequences().stream()
                .filter(sequence -> sequence.owner()
                        .filter(owner -> owner.table().equals(table.name()))
                        .isPresent())
                .forEach(sequence -> type.addAnnotation(AccessWords.sequence(
                        sequence,
                        naming.member(
                                table.name(), sequence.owner().orElseThrow().column()))));
        leftovers.rowSecurity(table);
    }

    private void partitions(Table table, Partitioning how, TypeSpec.Builder type) {
        List<String> keys = how.keys().stream()
                .map(key -> key.column()
                        .map(column -> naming.member(table.name(), column))
                        .orElseGet(() -> "(" + Leftovers.expression(key) + ")"))
                .toList();
        type.addAnnotation(new Words("Partitioned")
                .constant("strategy", "PartitionStrategy", how.strategy(), "RANGE")
                .texts("columns", keys)
                .build());
        how.partitions().forEach(partition -> {
            Words words = new Words("Partition").text("name", partition.name());
            partition.bound().match(new BoundWords(words));
            type.addAnnotation(words.text("comment", partition.comment()).build());
        });
    }

    /** Says which rows a partition takes. */
    private record BoundWords(Words words) implements PartitionBound.Cases<Words> {
        @Override
        public Words range(PartitionBound.Range bound) {
            return words.texts("from", ends(bound.from())).texts("to", ends(bound.to()));
        }

        @Override
        public Words list(PartitionBound.Values bound) {
            return words.texts("values", bound.values()).flag("nulls", bound.nulls(), false);
        }

        @Override
        public Words hash(PartitionBound.Hash bound) {
            return words.number("modulus", bound.modulus(), 0).number("remainder", bound.remainder(), 0);
        }

        @Override
        public Words otherwise() {
            return words.flag("otherwise", true, false);
        }

        private static List<String> ends(List<PartitionBound.End> ends) {
            return ends.stream().map(PartitionBound.End::text).toList();
        }
    }
}
