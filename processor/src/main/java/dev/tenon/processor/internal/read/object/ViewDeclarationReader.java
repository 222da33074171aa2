package dev.tenon.processor.internal.read.object;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.UnresolvedNames;
import dev.tenon.processor.internal.read.structure.DependsOnReader;
import dev.tenon.processor.internal.read.structure.EntityStructure;
import dev.tenon.processor.internal.read.structure.EntityStructureReader;
import dev.tenon.processor.internal.read.structure.HintReader;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.SchemaPackages;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.read.structure.TableNames;
import dev.tenon.processor.internal.read.structure.UnreadableObjects;
import dev.tenon.processor.internal.read.table.IndexDeclarationReader;
import dev.tenon.processor.internal.read.table.PolicyAndGrantReader;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.processor.internal.report.SourceProblem;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.TableStorage;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewColumn;
import dev.tenon.schema.ViewKind;
import dev.tenon.schema.ViewKind.CheckOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Reads views on classes, records and interfaces. */
public final class ViewDeclarationReader {

    private final ReadContext context;
    private final TableNames names;
    private final HintReader hints;
    private final UnreadableObjects broken;
    private final ViewMemberCheck members;
    private final IndexDeclarationReader indexes;
    private final PolicyAndGrantReader access;
    private final Map<TypeElement, TableDraft> drafts = new LinkedHashMap<>();

    public ViewDeclarationReader(
            ReadContext context,
            SchemaPackages packages,
            HintReader hints,
            UnreadableObjects broken,
            IndexDeclarationReader indexes,
            PolicyAndGrantReader access) {
        this.context = context;
        this.names = new TableNames(context.annotations(), context.naming(), packages);
        this.hints = hints;
        this.broken = broken;
        this.members = new ViewMemberCheck(context);
        this.indexes = indexes;
        this.access = access;
    }

    /** Reads the members of a class; reports their problems. */
    public void read(TypeElement type) {
        AnnotationUse use = context.annotations().find(type, "View").orElseThrow();
        EntityStructure shape =
                EntityStructureReader.read(type, context.types(), context.annotations(), context.naming());
        TableDraft draft =
                new TableDraft(context, shape, names.of(type), TableStorage.DEFAULT, use.optionalText("comment"));
        ObjectPath path = ObjectPath.view(draft.name());
        sites(use, path);
        List<SourceProblem> problems = new ArrayList<>(shape.problems());
        problems.addAll(UnresolvedNames.annotations(type));
        shape.properties().forEach(each -> problems.addAll(UnresolvedNames.annotations(each.element())));
        if (!problems.isEmpty()) {
            problems.forEach(context.diagnostics()::error);
            broken.add(path);
        }
        hints.renamedObject(type, path);
        members.check(use, shape);
        drafts.put(type, draft);
    }

    /** The classes whose views were read, with their names. */
    public Map<TypeElement, QualifiedName> names() {
        Map<TypeElement, QualifiedName> found = new LinkedHashMap<>();
        drafts.forEach((type, draft) -> found.put(type, draft.name()));
        return found;
    }

    /** The views, after all objects that they may depend on are known. */
    public List<View> views(Map<TypeElement, QualifiedName> known) {
        List<View> views = new ArrayList<>();
        drafts.forEach((type, draft) -> view(type, draft, known).ifPresent(views::add));
        return views;
    }

    private Optional<View> view(TypeElement type, TableDraft draft, Map<TypeElement, QualifiedName> known) {
        AnnotationUse use = context.annotations().find(type, "View").orElseThrow();
        draft.places().forEach(place -> indexes.read(draft, place));
        access.read(draft);
        Table read = draft.declared().table();
        List<QualifiedName> needed = new DependsOnReader(context, known).of(use);
        Optional<String> shared =
                context.annotations().find(type, "Shared").flatMap(scope -> context.required(scope, "reason"));
        return context.required(use, "sql")
                .map(sql -> View.of(draft.name(), List.of(), sql)
                        .withColumns(columns(draft))
                        .withForm(form(use, read))
                        .withDependsOn(needed)
                        .withGrants(read.grants())
                        .withShared(shared)
                        .withComment(read.comment()));
    }

    private List<ViewColumn> columns(TableDraft draft) {
        Map<String, ViewColumn> columns = new LinkedHashMap<>();
        for (Property property : draft.shape().properties()) {
            Optional<String> comment = context.annotations()
                    .find(property.element(), "Column")
                    .flatMap(use -> use.optionalText("comment"));
            ObjectPath path = ObjectPath.column(draft.name(), property.column());
            context.sites().put(path, SourceLocation.of(property.element()));
            if (columns.putIfAbsent(property.column(), new ViewColumn(property.column(), comment)) != null) {
                context.diagnostics()
                        .error(
                                DiagnosticCode.DUPLICATE_COLUMN,
                                SourceLocation.of(property.element()),
                                "column " + property.column() + " of "
                                        + draft.name().display() + " is declared twice",
                                "rename one with @Column(name = \"…\")");
            }
        }
        return List.copyOf(columns.values());
    }

    private static ViewKind form(AnnotationUse use, Table read) {
        return use.flag("materialized")
                ? new ViewKind.Materialized(read.indexes())
                : new ViewKind.Regular(
                        use.flag("securityInvoker"),
                        use.flag("securityBarrier"),
                        CheckOption.valueOf(use.constant("checkOption")));
    }

    private void sites(AnnotationUse use, ObjectPath path) {
        context.sites().put(path, use.site());
        List.of("sql", "name", "schema", "securityInvoker", "checkOption", "materialized", "dependsOn")
                .forEach(attribute -> context.sites().put(path, attribute, use.site(attribute)));
    }
}
