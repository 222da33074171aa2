package dev.tenon.runtime.cli.entities;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeSpec;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A table as an annotated class. */
final class EntityWriter {

    private final Schema schema;
    private final Naming naming;
    private final Style style;
    private final Vocabulary tenon;
    private final Vocabulary jpa;
    private final ConstraintWords constraints;
    private final IndexWords indexes;

    EntityWriter(Schema schema, Naming naming, Relations relations, Style style) {
        this.schema = schema;
        this.naming = naming;
        this.style = style;
        this.tenon = new TenonVocabulary(naming);
        this.jpa = new JpaVocabulary(naming, relations);
        this.constraints = new ConstraintWords(schema, naming);
        this.indexes = new IndexWords(naming);
    }

    TypeSpec write(Table table) {
        // Jakarta Persistence has no entities without a key.
        boolean isJpa = style == Style.JPA && table.primaryKey().isPresent();
        Vocabulary words = isJpa ? jpa : tenon;
        List<AnnotationSpec> said = new ArrayList<>();
        Map<String, List<AnnotationSpec>> references = new TreeMap<>();
        for (Constraint constraint : table.constraints()) {
            if (!words.says(table, constraint)) {
                constraints.write(table, constraint, references).ifPresent(said::add);
            }
        }
        table.indexes().stream()
                .filter(index -> !words.says(index))
                .forEach(index -> said.add(indexes.index(table.name(), index)));
        List<Member> members = table.columns().stream()
                .map(column -> words.member(table, column, references.getOrDefault(column.name(), List.of())))
                .toList();
        Form form = (isJpa ? Form.BEAN : style == Style.RECORD ? Form.RECORD : Form.FINAL_FIELDS).forAsMany(members);
        TypeSpec.Builder type = form.begin(naming.table(table.name()));
        words.head(table, type);
        table.partitioning().ifPresent(how -> partitions(table, how, type));
        said.forEach(type::addAnnotation);
        access(table, type);
        form.write(members, type);
        return type.build();
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
                .flag("elsewhere", how.partitions().isEmpty(), false)
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
