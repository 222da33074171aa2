package dev.tenon.processor.internal.read.table;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.schema.TenantScope;
import java.util.List;
import java.util.Optional;

/** Reads the tenant scope of a table. */
public final class TenantScopeReader {

    private static final List<String> ANNOTATIONS = List.of("TenantScoped", "TenantRoot", "Shared");

    private static final String TENANT_ID = "org.hibernate.annotations.TenantId";

    private final ReadContext context;
    private final String tenantColumn;

    public TenantScopeReader(ReadContext context, String tenantColumn) {
        this.context = context;
        this.tenantColumn = tenantColumn;
    }

    /** Adds the scope to the table. */
    void read(TableDraft table) {
        List<AnnotationUse> uses = context.annotations().findAny(table.shape().entity(), ANNOTATIONS);
        if (uses.size() > 1) {
            AnnotationUse second = uses.get(1);
            context.diagnostics()
                    .error(
                            DiagnosticCode.TWO_SCOPES,
                            second.site(),
                            table.name().display() + " is both " + Annotations.written(uses.get(0)) + " and "
                                    + Annotations.written(second),
                            "keep one of the annotations");
        }
        if (!uses.isEmpty()) {
            AnnotationUse use = uses.get(0);
            context.sites().put(table.path(), "tenantScope", use.site());
            context.sites().put(table.path(), "keyReason", use.site("primaryKey"));
            boolean keepsPlainKey = use.constant("primaryKey").equals("ID_ONLY");
            scope(table, use).ifPresent(scope -> table.scope(scope, keepsPlainKey));
            if (Annotations.written(use).equals("@TenantScoped")) {
                refuseSecondTenant(table);
            }
        }
    }

    /** Reports an attribute with the tenant, as Hibernate ORM writes it, in another column than that of the tenancy. */
    private void refuseSecondTenant(TableDraft table) {
        for (Property property : table.shape().properties()) {
            if (!property.column().equals(tenantColumn)) {
                context.annotations()
                        .startingWith(property.element(), TENANT_ID)
                        .forEach(use -> context.diagnostics()
                                .error(
                                        DiagnosticCode.JPA_TENANT,
                                        use.site(),
                                        "Hibernate keeps the tenant in " + property.column() + ", but @Tenancy says "
                                                + tenantColumn,
                                        "name the column of the attribute with @Column(name = \"" + tenantColumn
                                                + "\"), or name it in @Tenancy"));
            }
        }
    }

    private Optional<TenantScope> scope(TableDraft table, AnnotationUse use) {
        return switch (Annotations.written(use)) {
            case "@TenantScoped" -> Optional.of(new TenantScope.Scoped(tenantColumn, use.optionalText("reason")));
            case "@TenantRoot" -> table.key().stream().findFirst().map(TenantScope.Root::new);
            default ->
                context.required(use, "reason")
                        .map(reason -> new TenantScope.Shared(
                                reason, use.optionalText("writeReason"), use.optionalText("cascadeReason")));
        };
    }
}
