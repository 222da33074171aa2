package dev.tenon.processor.internal.read.object;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.read.structure.UnreadableObjects;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.Column;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenancyStage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Reads the tenancy of the schema, which one package declares. */
public final class TenancyReader {

    private final ReadContext context;
    private final UnreadableObjects broken;
    private final Optional<AnnotationUse> declared;

    public TenancyReader(ReadContext context, UnreadableObjects broken, List<AnnotationUse> all) {
        this.context = context;
        this.broken = broken;
        this.declared = all.stream().findFirst();
        all.stream()
                .skip(1)
                .forEach(second -> context.diagnostics()
                        .error(
                                DiagnosticCode.SECOND_TENANCY,
                                second.site(),
                                "only one @Tenancy is allowed, and "
                                        + all.get(0).element() + " already carries one",
                                "keep one of the annotations"));
    }

    /** The name of tenant columns; the default if no tenancy is declared, which a rule reports. */
    public String column() {
        return declared.flatMap(use -> use.optionalText("column")).orElse("tenant_id");
    }

    /** The application role. */
    public Optional<String> role() {
        return declared.flatMap(use -> use.optionalText("role"));
    }

    /** The tenancy, after the tables are read. */
    public Optional<Tenancy> read(Map<TypeElement, TableDraft> tables) {
        Optional<Tenancy> tenancy = declared.flatMap(use -> read(use, tables));
        if (declared.isPresent() && tenancy.isEmpty()) {
            broken.addTenancy();
        }
        tables.values().forEach(table -> strayRoot(table, tenancy));
        return tenancy;
    }

    private Optional<Tenancy> read(AnnotationUse use, Map<TypeElement, TableDraft> tables) {
        ObjectPath path = ObjectPath.tenancy();
        context.sites().put(path, use.site());
        List.of("root", "column", "setting", "role", "stage", "admitted", "observed")
                .forEach(attribute -> context.sites().put(path, attribute, use.site(attribute)));
        context.sites().put(ObjectPath.role(use.text("role")), use.site("role"));
        Optional<String> column = context.required(use, "column");
        Optional<String> setting = context.required(use, "setting");
        Optional<String> role = context.required(use, "role");
        Optional<TableDraft> root = use.type("root")
                .map(type -> context.types().asElement(type))
                .flatMap(element -> Optional.ofNullable(tables.get(element)))
                .filter(table -> context.annotations().has(table.shape().entity(), "TenantRoot"));
        if (root.isEmpty()) {
            problem(use.site("root"), "the tenant root is not an entity with @TenantRoot");
            return Optional.empty();
        }
        List<String> key = root.get().key();
        if (key.size() != 1) {
            problem(use.site("root"), "the tenant root needs a primary key of one column, but has " + key);
            return Optional.empty();
        }
        if (column.isEmpty() || setting.isEmpty() || role.isEmpty()) {
            return Optional.empty();
        }
        return root.get()
                .column(key.get(0))
                .map(Column::type)
                .map(type -> new Tenancy(root.get().name(), key.get(0), column.get(), type, setting.get(), role.get())
                        .withStage(stage(use), admitted(use))
                        .withObserved(use.flag("observed")));
    }

    private static TenancyStage stage(AnnotationUse use) {
        String stage = use.constant("stage");
        return stage.isEmpty() ? TenancyStage.FORCED : TenancyStage.valueOf(stage);
    }

    private static List<String> admitted(AnnotationUse use) {
        return use.texts("admitted").stream().map(AnnotationUse.Item::text).toList();
    }

    private void strayRoot(TableDraft table, Optional<Tenancy> tenancy) {
        context.annotations()
                .find(table.shape().entity(), "TenantRoot")
                .filter(use -> tenancy.isPresent() && !tenancy.get().root().equals(table.name()))
                .ifPresent(use -> problem(
                        use.site(), "the tenant root is " + tenancy.get().root().display() + ", not this entity"));
    }

    private void problem(SourceLocation site, String problem) {
        context.diagnostics()
                .error(
                        DiagnosticCode.TENANT_ROOT,
                        site,
                        problem,
                        "name the one entity whose rows are the tenants, and put @TenantRoot on it");
    }
}
