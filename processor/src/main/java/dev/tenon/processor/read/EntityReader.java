package dev.tenon.processor.read;

import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Problem;
import dev.tenon.processor.report.Site;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.TableStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Reads an entity as a table with its columns and primary key, which other entities may reference. */
final class EntityReader {

    private final ReadContext context;
    private final TableNames names;
    private final HintReader hints;
    private final ColumnReader columns;
    private final TableOptions options;
    private final Broken broken;
    private final Strays strays;

    EntityReader(ReadContext context, Packages packages, HintReader hints, ColumnReader columns, Broken broken) {
        this.context = context;
        this.names = new TableNames(context.annotations(), context.naming(), packages);
        this.hints = hints;
        this.columns = columns;
        this.options = new TableOptions(context, broken);
        this.broken = broken;
        this.strays = new Strays(context);
    }

    /** The table, or empty if the element cannot be an entity, which is reported. */
    Optional<TableDraft> read(TypeElement entity) {
        if (entity.getKind() != ElementKind.CLASS && entity.getKind() != ElementKind.RECORD) {
            context.diagnostics()
                    .error(
                            Code.NOT_AN_ENTITY,
                            Site.of(entity),
                            entity.getSimpleName() + " is neither a class nor a record",
                            "make it a class or record, or remove the annotation");
            return Optional.empty();
        }
        Shape shape = ShapeReader.read(entity, context.types(), context.annotations(), context.naming());
        strays.refuse(shape);
        Optional<AnnotationUse> said = context.annotations().find(entity, "Table");
        QualifiedName name = names.of(entity);
        TableStorage storage = said.map(options::storage).orElse(TableStorage.USUAL);
        TableDraft table =
                new TableDraft(context, shape, name, storage, said.flatMap(use -> use.optionalText("comment")));
        List<Problem> problems = new ArrayList<>(shape.problems());
        problems.addAll(unresolved(shape));
        if (!problems.isEmpty()) {
            problems.forEach(context.diagnostics()::error);
            broken.add(table.path());
        }
        said.ifPresent(use -> {
            List.of("name", "schema").forEach(each -> context.sites().put(table.path(), each, use.site(each)));
            options.read(table, use);
        });
        context.sites().put(table.path(), Site.of(entity));
        hints.renamedObject(entity, table.path());
        shape.properties().forEach(property -> columns.read(table, property));
        return Optional.of(table);
    }

    private static List<Problem> unresolved(Shape shape) {
        List<Problem> problems = new ArrayList<>();
        shape.hierarchy().forEach(type -> problems.addAll(Unresolved.annotations(type)));
        shape.embeddings().forEach(each -> problems.addAll(Unresolved.annotations(each.element())));
        for (Property property : shape.properties()) {
            problems.addAll(Unresolved.annotations(property.element()));
            if (Unresolved.in(property.type())) {
                String type = property.element().asType().toString();
                problems.add(Unresolved.problem(Site.of(property.element()), type));
            }
        }
        return problems;
    }
}
