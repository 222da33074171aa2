package dev.tenon.processor.internal.read.table;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.RoleNames;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.Grant;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Privilege;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Reads the policies and grants of a table. */
public final class PolicyAndGrantReader {

    private final ReadContext context;
    private final RoleNames roles;

    public PolicyAndGrantReader(ReadContext context, RoleNames roles) {
        this.context = context;
        this.roles = roles;
    }

    /** Adds the policies and grants of the entity to the table. */
    public void read(TableDraft table) {
        TypeElement entity = table.shape().entity();
        context.annotations().all(entity, "Policy").forEach(use -> policy(table, use));
        context.annotations().all(entity, "Grant").forEach(use -> grant(table, use));
    }

    private void policy(TableDraft table, AnnotationUse use) {
        List<String> named =
                use.texts("roles").stream().map(item -> item.text().strip()).toList();
        Optional<List<String>> bound = named.isEmpty()
                ? roles.orApplication(Optional.empty(), use.site()).map(List::of)
                : Optional.of(named);
        Optional<String> name = context.required(use, "name");
        if (bound.isEmpty() || name.isEmpty()) {
            return;
        }
        Optional<String> partition = use.optionalText("partition").map(String::strip);
        ObjectPath path =
                ObjectPath.policy(partition.map(table.name()::withName).orElse(table.name()), name.get());
        List.of("using", "check", "name", "roles")
                .forEach(attribute -> context.sites().put(path, attribute, use.site(attribute)));
        if (named.contains("")) {
            context.diagnostics()
                    .error(DiagnosticCode.BLANK, use.site("roles"), "a role's name is blank", "name the role");
            return;
        }
        Policy policy = new Policy(
                name.get(),
                Policy.Command.valueOf(use.constant("command")),
                !use.flag("restrictive"),
                bound.get(),
                use.optionalText("using"),
                use.optionalText("check"));
        if (partition.isPresent()) {
            context.sites().put(path, use.site());
            table.partitionAccess().add(partition.get(), policy, use.site());
        } else {
            table.add(policy, use.site());
        }
    }

    private void grant(TableDraft table, AnnotationUse use) {
        List<Privilege> privileges =
                use.constants("value").stream().map(Privilege::valueOf).toList();
        SourceLocation site = use.site("value");
        if (privileges.isEmpty()) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.BLANK,
                            site,
                            "@Grant lists no privileges",
                            "list at least one, or remove the annotation");
            return;
        }
        Optional<String> partition = use.optionalText("partition").map(String::strip);
        roles.orApplication(use.optionalText("role"), use.site()).ifPresent(role -> {
            Grant grant = new Grant(role, privileges);
            if (partition.isPresent()) {
                context.sites().put(ObjectPath.grant(table.name().withName(partition.get()), role), site);
                table.partitionAccess().add(partition.get(), grant, site);
            } else {
                table.add(grant, site);
            }
        });
    }
}
