package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.AnnotationSpec;
import dev.tenon.annotation.BrinIndex;
import dev.tenon.annotation.Exclude;
import dev.tenon.annotation.GinIndex;
import dev.tenon.annotation.GistIndex;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ExclusionElement;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.DeclaredTable;
import dev.tenon.schema.internal.derive.DefaultNames;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes indexes and exclusion constraints as annotations on the type. */
public final class IndexAnnotations {

    /** The access methods that have annotations of their own for their usual indexes. */
    private static final Map<String, Class<? extends Annotation>> METHODS =
            Map.of("gin", GinIndex.class, "gist", GistIndex.class, "brin", BrinIndex.class);

    private final JavaNaming naming;
    private final VectorIndexAnnotations vectors;

    public IndexAnnotations(Schema schema, JavaNaming naming) {
        this.naming = naming;
        this.vectors = new VectorIndexAnnotations(schema);
    }

    /**
     * Returns the annotation of the type, or adds the annotation of a member.
     *
     * @param onMembers whether an index of one column is declared on its member; vector indexes always are
     */
    public Optional<AnnotationSpec> write(
            DeclaredTable declared, Index index, boolean onMembers, MemberAnnotations members) {
        Table table = declared.table();
        Optional<String> single = index.keys().size() == 1
                ? index.keys()
                        .get(0)
                        .column()
                        .filter(column ->
                                key(table.name(), index.keys().get(0)).equals(naming.member(table.name(), column)))
                : Optional.empty();
        Optional<AnnotationSpec> vector = single.flatMap(column -> vectors.of(table, column, index));
        if (single.isPresent() && (vector.isPresent() || onMembers)) {
            members.add(
                    single.get(),
                    vector.orElseGet(() -> general(declared, index, List.of(), derived(table.name(), index))));
            return Optional.empty();
        }
        return Optional.of(general(declared, index, keys(table.name(), index), derived(table.name(), index)));
    }

    /** Returns the annotation of an index of a view. */
    public AnnotationSpec index(QualifiedName view, Index index) {
        return general(
                new DeclaredTable(Table.of(view, List.of()), false, Set.of(), Set.of(), Set.of()),
                index,
                keys(view, index),
                false);
    }

    private List<String> keys(QualifiedName table, Index index) {
        return index.keys().stream().map(key -> key(table, key)).toList();
    }

    static boolean derived(QualifiedName table, Index index) {
        List<String> names =
                index.keys().stream().map(key -> key.column().orElse("expr")).toList();
        return index.name().equals(DefaultNames.index(table, names));
    }

    private AnnotationSpec general(DeclaredTable declared, Index index, List<String> keys, boolean derived) {
        QualifiedName table = declared.table().name();
        Class<? extends Annotation> special = METHODS.get(index.method());
        boolean usual = !index.unique()
                && !index.nullsNotDistinct()
                && index.comment().isEmpty()
                && (index.include().isEmpty() || index.method().equals("gist"));
        if (special != null && usual) {
            AnnotationBuilder annotation = new AnnotationBuilder(special)
                    .texts("columns", keys)
                    .text("name", derived ? "" : index.name())
                    .text("where", index.where());
            if (!index.include().isEmpty()) {
                annotation.texts("include", naming.members(table, index.include()));
            }
            return annotation
                    .texts("opclass", classes(index.keys()))
                    .with(index.with())
                    .build();
        }
        AnnotationBuilder annotation = new AnnotationBuilder(dev.tenon.annotation.Index.class)
                .texts("columns", keys)
                .text("name", derived ? "" : index.name())
                .text("where", index.where())
                .text("method", index.method())
                .flag("unique", index.unique())
                .flag("nullsNotDistinct", index.nullsNotDistinct())
                .texts("include", naming.members(table, index.include()))
                .texts("opclass", classes(index.keys()))
                .with(index.with())
                .text("comment", index.comment());
        return TenancyAnnotations.leading(annotation, declared, index.name()).build();
    }

    AnnotationSpec exclusion(DeclaredTable declared, Constraint.Exclusion exclusion) {
        QualifiedName table = declared.table().name();
        AnnotationBuilder annotation = new AnnotationBuilder(Exclude.class)
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
                .constant("deferrable", exclusion.deferrability());
        return TenancyAnnotations.global(annotation, declared, exclusion.name()).build();
    }

    /** Names the key by its Java member, because a member name never needs quotes. */
    private String key(QualifiedName table, IndexKey key) {
        String target = key.target() instanceof IndexKey.OfExpression expression
                ? "(" + expression.sql() + ")"
                : naming.member(table, key.column().orElseThrow());
        String collation = key.collation()
                .map(name -> " COLLATE "
                        + (name.schema().equals("pg_catalog") ? "\"" + name.name() + "\"" : Identifier.quote(name)))
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
