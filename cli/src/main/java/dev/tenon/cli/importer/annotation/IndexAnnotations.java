package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.AnnotationSpec;
import dev.tenon.annotation.Exclude;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ExclusionElement;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;

/** Writes indexes and exclusion constraints as annotations on the type. */
public final class IndexAnnotations {

    private final JavaNaming naming;

    public IndexAnnotations(JavaNaming naming) {
        this.naming = naming;
    }

    public AnnotationSpec index(QualifiedName table, Index index) {
        return new AnnotationBuilder(dev.tenon.annotation.Index.class)
                .texts(
                        "columns",
                        index.keys().stream().map(key -> key(table, key)).toList())
                .text("name", index.name())
                .text("where", index.where())
                .text("method", index.method())
                .flag("unique", index.unique())
                .flag("nullsNotDistinct", index.nullsNotDistinct())
                .texts("include", naming.members(table, index.include()))
                .texts("opclass", classes(index.keys()))
                .with(index.with())
                .text("comment", index.comment())
                .build();
    }

    AnnotationSpec exclusion(QualifiedName table, Constraint.Exclusion exclusion) {
        return new AnnotationBuilder(Exclude.class)
                .texts(
                        "elements",
                        exclusion.elements().stream()
                                .map(each -> key(table, each.key()) + " WITH " + each.operator())
                                .toList())
                .text("method", exclusion.method())
                .text("where", exclusion.where())
                .texts(
                        "opclass",
                        classes(exclusion.elements().stream()
                                .map(ExclusionElement::key)
                                .toList()))
                .texts("include", naming.members(table, exclusion.index().include()))
                .with(exclusion.index().with())
                .text("name", exclusion.name())
                .constant("deferrable", exclusion.deferrability())
                .build();
    }

    /** Names the key by its Java member, because a member name never needs quotes. */
    private String key(QualifiedName table, IndexKey key) {
        String target = key.target() instanceof IndexKey.OfExpression expression
                ? "(" + expression.sql() + ")"
                : naming.member(table, key.column().orElseThrow());
        String collation = key.collation()
                .map(name -> " COLLATE " + (name.schema().equals("pg_catalog") ? "\"" + name.name() + "\"" : Identifier.quote(name)))
                .orElse("");
        String order = switch (key.order()) {
            case ASC -> "";
            case ASC_NULLS_FIRST -> " NULLS FIRST";
            case DESC -> " DESC";
            case DESC_NULLS_LAST -> " DESC NULLS LAST";
        };
        return target + collation + order;
    }

    private static List<String> classes(List<IndexKey> keys) {
        return keys.stream().allMatch(key -> key.operatorClass().isEmpty())
                ? List.of()
                : keys.stream()
                        .map(key ->
                                key.operatorClass().map(QualifiedName::toString).orElse(""))
                        .toList();
    }
}
