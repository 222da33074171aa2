package dev.tenon.cli.importer.tenancy;

import dev.tenon.cli.importer.tenancy.TenancyFinding.Kind;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewKind;
import dev.tenon.schema.internal.derive.DependencyGraph;
import dev.tenon.schema.internal.sql.parse.RoutineOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The views and routines that read rows of tenants. Views read them with the rights and policies of their reader from
 * now on; materialized views and routines that policies do not stop are declared as shared, for a review.
 */
final class TenantReaders {

    private static final String STORED_REASON = "imported: review which tenants' rows it stores, and who reads them";
    private static final String OWNER_REASON = "imported: review what it does with the rights of its owner";
    private static final String LEAKPROOF_REASON = "imported: review that it reveals nothing of its arguments";

    private final List<View> views = new ArrayList<>();
    private final List<SqlObject> objects = new ArrayList<>();
    private final List<TenancyFinding> findings;

    TenantReaders(Schema schema, List<TenancyFinding> findings) {
        this.findings = findings;
        Set<ObjectPath> readers = DependencyGraph.of(schema)
                .dependents(schema.tables().stream()
                        .filter(table -> table.tenantScope().tenantColumn().isPresent())
                        .map(table -> ObjectPath.table(table.name()))
                        .toList());
        schema.views()
                .forEach(view -> views.add(readers.contains(ObjectPath.view(view.name())) ? guarded(view) : view));
        schema.objects()
                .forEach(object -> objects.add(reviewed(object, readers.contains(ObjectPath.object(object.name())))));
    }

    List<View> views() {
        return views;
    }

    List<SqlObject> objects() {
        return objects;
    }

    private View guarded(View view) {
        String name = view.name().display();
        if (view.form() instanceof ViewKind.Regular regular) {
            if (regular.securityInvoker()) {
                return view;
            }
            found(
                    Kind.VIEW,
                    name,
                    "the view reads rows of tenants with the rights of its owner, bypassing policies: it becomes"
                            + " security_invoker, so its readers need privileges on the tables");
            return view.withForm(new ViewKind.Regular(true, regular.securityBarrier(), regular.checkOption()));
        }
        found(
                Kind.VIEW,
                name,
                "the materialized view stores rows of all tenants, without policies: declared with @Shared; review who"
                        + " reads it");
        return view.withShared(Optional.of(STORED_REASON));
    }

    private SqlObject reviewed(SqlObject object, boolean readsTenants) {
        RoutineOptions options = RoutineOptions.of(object.create());
        String name = object.name().display();
        if (options.definer()) {
            found(
                    Kind.ROUTINE,
                    name,
                    (readsTenants
                                    ? "SECURITY DEFINER, and accesses rows of all tenants"
                                    : "SECURITY DEFINER, so policies of its caller do not apply")
                            + ": declared as shared; review it");
            return shared(object, OWNER_REASON);
        }
        if (options.leakproof()) {
            found(Kind.ROUTINE, name, "LEAKPROOF, so queries may run it before the policies: declared as shared");
            return shared(object, LEAKPROOF_REASON);
        }
        return object;
    }

    private static SqlObject shared(SqlObject object, String reason) {
        return new SqlObject(
                object.name(),
                object.create(),
                object.drop(),
                object.beforeTables(),
                object.dependsOn(),
                Optional.of(reason));
    }

    private void found(Kind kind, String object, String text) {
        findings.add(new TenancyFinding(kind, object, text));
    }
}
