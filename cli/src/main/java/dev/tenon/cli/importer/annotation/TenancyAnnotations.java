package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.AnnotationSpec;
import dev.tenon.annotation.Shared;
import dev.tenon.annotation.TenantKey;
import dev.tenon.annotation.TenantRoot;
import dev.tenon.annotation.TenantScoped;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.derive.DeclaredTable;
import java.util.Optional;

/** Writes the tenancy of a schema, and the scopes of its tables. */
public final class TenancyAnnotations {

    /** The reason of a constraint or index that is unique across tenants in the imported database. */
    static final String GLOBAL_REASON = "imported: unique across all tenants";

    private TenancyAnnotations() {}

    /** Returns the attribute of {@code @Schema} that declares the tenancy. */
    public static AnnotationBuilder tenancy(Tenancy tenancy, JavaNaming naming) {
        return new AnnotationBuilder(dev.tenon.annotation.Tenancy.class)
                .type("root", naming.table(tenancy.root()))
                .text("column", tenancy.column())
                .text("setting", tenancy.setting())
                .text("role", tenancy.role());
    }

    /** Returns the annotation of a table's scope; empty if it has none. */
    public static Optional<AnnotationSpec> scope(DeclaredTable declared) {
        TenantScope scope = declared.table().tenantScope();
        if (scope instanceof TenantScope.Root) {
            return Optional.of(new AnnotationBuilder(TenantRoot.class).build());
        }
        if (scope instanceof TenantScope.Scoped scoped) {
            AnnotationBuilder annotation = new AnnotationBuilder(TenantScoped.class);
            if (declared.keepsPlainKey()) {
                annotation.constant("primaryKey", TenantKey.ID_ONLY).text("reason", scoped.keyReason());
            }
            return Optional.of(annotation.build());
        }
        return scope instanceof TenantScope.Shared shared ? Optional.of(shared(shared.reason())) : Optional.empty();
    }

    /** Returns the annotation of a table or view that all tenants share. */
    public static AnnotationSpec shared(String reason) {
        return new AnnotationBuilder(Shared.class).text("reason", reason).build();
    }

    /** Declares that a constraint is unique across all tenants, if it is. */
    static AnnotationBuilder global(AnnotationBuilder annotation, DeclaredTable declared, String name) {
        return declared.globalUniques().contains(name)
                ? annotation.flag("global", true).text("reason", GLOBAL_REASON)
                : annotation;
    }

    /** Declares that an index does not begin with the tenant column, if it does not. */
    static AnnotationBuilder leading(AnnotationBuilder annotation, DeclaredTable declared, String name) {
        boolean global = declared.globalUniques().contains(name);
        return annotation
                .flag("tenantLeading", !global && !declared.unledIndexes().contains(name))
                .text("reason", global ? GLOBAL_REASON : "");
    }
}
