package dev.tenon.processor.internal.read;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.UnresolvedNames;
import dev.tenon.processor.internal.read.structure.EntityStructure;
import dev.tenon.processor.internal.read.structure.EntityStructureReader;
import dev.tenon.processor.internal.read.structure.HintReader;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.SchemaPackages;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.read.structure.TableNames;
import dev.tenon.processor.internal.read.structure.UnreadableObjects;
import dev.tenon.processor.internal.read.table.ColumnDeclarationReader;
import dev.tenon.processor.internal.read.table.TableOptions;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.processor.internal.report.SourceProblem;
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
    private final ColumnDeclarationReader columns;
    private final TableOptions options;
    private final UnreadableObjects broken;
    private final MisplacedAnnotations strays;

    EntityReader(
            ReadContext context,
            SchemaPackages packages,
            HintReader hints,
            ColumnDeclarationReader columns,
            UnreadableObjects broken) {
        this.context = context;
        this.names = new TableNames(context.annotations(), context.naming(), packages);
        this.hints = hints;
        this.columns = columns;
        this.options = new TableOptions(context, broken);
        this.broken = broken;
        this.strays = new MisplacedAnnotations(context);
    }

    /** The table, or empty if the element cannot be an entity, which is reported. */
    Optional<TableDraft> read(TypeElement entity) {
        context.diagnostics().reading(entity);
        if (entity.getKind() != ElementKind.CLASS && entity.getKind() != ElementKind.RECORD) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.NOT_AN_ENTITY,
                            SourceLocation.of(entity),
                            entity.getSimpleName() + " is neither a class nor a record",
                            "make it a class or record, or remove the annotation");
            return Optional.empty();
        }
        EntityStructure shape =
                EntityStructureReader.read(entity, context.types(), context.annotations(), context.naming());
        strays.refuse(shape);
        Optional<AnnotationUse> said = context.annotations().find(entity, "Table");
        QualifiedName name = names.of(entity);
        TableStorage storage = said.map(options::storage).orElse(TableStorage.DEFAULT);
        TableDraft table =
                new TableDraft(context, shape, name, storage, said.flatMap(use -> use.optionalText("comment")));
        List<SourceProblem> problems = new ArrayList<>(shape.problems());
        problems.addAll(unresolved(shape));
        if (!problems.isEmpty()) {
            problems.forEach(context.diagnostics()::error);
            broken.add(table.path());
        }
        said.ifPresent(use -> {
            List.of("name", "schema").forEach(each -> context.sites().put(table.path(), each, use.site(each)));
            options.read(table, use);
        });
        context.sites().put(table.path(), SourceLocation.of(entity));
        hints.renamedObject(entity, table.path());
        shape.properties().forEach(property -> columns.read(table, property));
        return Optional.of(table);
    }

    private static List<SourceProblem> unresolved(EntityStructure shape) {
        List<SourceProblem> problems = new ArrayList<>();
        shape.hierarchy().forEach(type -> problems.addAll(UnresolvedNames.annotations(type)));
        shape.embeddings().forEach(each -> problems.addAll(UnresolvedNames.annotations(each.element())));
        for (Property property : shape.properties()) {
            problems.addAll(UnresolvedNames.annotations(property.element()));
            if (UnresolvedNames.in(property.type())) {
                String type = property.element().asType().toString();
                problems.add(UnresolvedNames.problem(SourceLocation.of(property.element()), type));
            }
        }
        return problems;
    }
}
