package dev.tenon.processor.internal.read.object;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.processor.internal.read.structure.EntityStructure;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import java.util.List;
import java.util.Set;

/** Reports annotations and options that do not apply to a view and its members. */
final class ViewMemberCheck {

    private static final String PACKAGE = "dev.tenon.annotation.";
    private static final Set<String> OF_COLUMNS =
            Set.of("@Column", "@Transient", "@Embedded", "@Index", "@GinIndex", "@GistIndex", "@BrinIndex", "@List");
    private static final List<String> OF_TABLES = List.of("Table", "TenantScoped", "TenantRoot");
    private static final List<String> ALLOWED =
            List.of("Policy", "Unique", "Check", "Exclude", "HnswIndex", "IvfflatIndex");
    private static final List<String> INDEXES = List.of("Index", "GinIndex", "GistIndex", "BrinIndex");

    private final ReadContext context;

    ViewMemberCheck(ReadContext context) {
        this.context = context;
    }

    void check(AnnotationUse view, EntityStructure shape) {
        for (AnnotationUse use : context.annotations().findAny(shape.entity(), OF_TABLES)) {
            problem(
                    DiagnosticCode.CONFLICT,
                    use.site(),
                    Annotations.written(use) + " is for tables and conflicts with @View",
                    "keep one of the annotations");
        }
        for (String annotation : ALLOWED) {
            context.annotations()
                    .all(shape.entity(), annotation)
                    .forEach(use -> problem(
                            DiagnosticCode.VIEW_OPTION,
                            use.site(),
                            "a view cannot have " + Annotations.written(use),
                            "remove the annotation"));
        }
        if (shape.properties().isEmpty() && shape.complete()) {
            problem(
                    DiagnosticCode.VIEW_MEMBER,
                    SourceLocation.of(shape.entity()),
                    shape.entity().getSimpleName() + " has no members that map to columns of a view",
                    "add members with the names of the query's columns");
        }
        shape.properties().forEach(this::member);
        if (view.flag("materialized")) {
            stored(view);
        } else {
            shape.properties().forEach(property -> unindexed(property.element()));
            unindexed(shape.entity());
        }
    }

    private void member(Property property) {
        for (AnnotationUse use : context.annotations().startingWith(property.element(), PACKAGE)) {
            if (!OF_COLUMNS.contains(Annotations.written(use))) {
                problem(
                        DiagnosticCode.VIEW_MEMBER,
                        use.site(),
                        Annotations.written(use) + " does not apply to a column of a view",
                        "remove the annotation");
            }
        }
        context.annotations()
                .find(property.element(), "Column")
                .ifPresent(use -> use.given().stream()
                        .filter(attribute -> !attribute.equals("name") && !attribute.equals("comment"))
                        .forEach(attribute -> problem(
                                DiagnosticCode.VIEW_MEMBER,
                                use.site(attribute),
                                "the query determines the " + attribute + " of a view's column",
                                "declare it in the query, with a cast")));
    }

    private void stored(AnnotationUse view) {
        for (String attribute : List.of("securityInvoker", "securityBarrier", "checkOption")) {
            if (view.given().contains(attribute)) {
                problem(
                        DiagnosticCode.VIEW_OPTION,
                        view.site(attribute),
                        "a materialized view cannot have " + attribute + ", because its rows are stored",
                        "remove " + attribute);
            }
        }
    }

    private void unindexed(javax.lang.model.element.Element element) {
        for (String annotation : INDEXES) {
            context.annotations()
                    .all(element, annotation)
                    .forEach(use -> problem(
                            DiagnosticCode.VIEW_OPTION,
                            use.site(),
                            "only a materialized view can have an index",
                            "set materialized = true, or put the index on the table"));
        }
    }

    private void problem(DiagnosticCode code, SourceLocation site, String problem, String remedy) {
        context.diagnostics().error(code, site, problem, remedy);
    }
}
