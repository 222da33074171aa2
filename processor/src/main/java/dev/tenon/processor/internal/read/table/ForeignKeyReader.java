package dev.tenon.processor.internal.read.table;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.UnresolvedNames;
import dev.tenon.processor.internal.read.structure.DeclarationSite;
import dev.tenon.processor.internal.read.structure.ListedColumn;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.SchemaPackages;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.read.structure.TableKeys;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.ForeignKeyMatch;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.derive.DefaultNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads foreign keys, after all entities and their primary keys. */
public final class ForeignKeyReader {

    private static final String DERIVED = "DERIVED";

    private final ReadContext context;
    private final SchemaPackages packages;
    private final Map<TypeElement, TableDraft> tables;
    private final Set<TypeElement> read;

    /** The fields of one foreign key: one field, or several with the same target and name. */
    private record Reference(AnnotationUse use, TypeMirror target, List<String> columns) {}

    /**
     * A reader of one compilation.
     *
     * @param tables the tables of the entities
     * @param read all entities of the schema, those included that could not be read completely
     */
    public ForeignKeyReader(
            ReadContext context,
            SchemaPackages packages,
            Map<TypeElement, TableDraft> tables,
            Collection<TypeElement> read) {
        this.context = context;
        this.packages = packages;
        this.tables = Map.copyOf(tables);
        this.read = Set.copyOf(read);
    }

    /** Adds the foreign keys to the table. */
    public void read(TableDraft table) {
        Map<String, Reference> references = new LinkedHashMap<>();
        for (DeclarationSite place : table.places()) {
            for (AnnotationUse use : context.annotations().all(place.element(), "References")) {
                List<String> columns = new ArrayList<>(place.columns());
                table.shape().listed(use, "columns").forEach(each -> columns.add(each.column()));
                if (columns.isEmpty()) {
                    IndexDeclarationReader.noColumns(context, use);
                    continue;
                }
                use.type("value")
                        .filter(target -> !UnresolvedNames.in(target))
                        .ifPresent(target -> collect(references, new Reference(use, target, columns)));
            }
        }
        references.values().forEach(reference -> read(table, reference));
    }

    private static void collect(Map<String, Reference> references, Reference reference) {
        String name = reference.use().text("name");
        String said =
                "columns " + reference.columns() + " to " + targets(reference.use()) + " of " + reference.target();
        String group = name.isBlank() ? said : "name " + name + " " + reference.target();
        references.merge(group, reference, (first, more) -> {
            List<String> columns = new ArrayList<>(first.columns());
            columns.addAll(more.columns());
            return new Reference(first.use(), first.target(), columns);
        });
    }

    private void read(TableDraft table, Reference reference) {
        AnnotationUse use = reference.use();
        Optional<TableDraft> target = target(reference);
        if (target.isEmpty() || !pairs(reference, target.get())) {
            return;
        }
        String name =
                use.optionalText("name").orElseGet(() -> DefaultNames.foreignKey(table.name(), reference.columns()));
        ObjectPath path = ObjectPath.constraint(table.name(), name);
        context.sites().put(path, "target", use.site("value"));
        context.sites().put(path, "validated", use.site("notValid"));
        List.of("onDelete", "onUpdate", "match", "index", "deferrable", "name")
                .forEach(attribute -> context.sites().put(path, attribute, use.site(attribute)));
        Constraint.ForeignKey key = Constraint.ForeignKey.of(
                        name, reference.columns(), target.get().name(), referred(reference, target.get()))
                .withOnDelete(onDelete(table, reference, target.get()), set(table, reference))
                .withOnUpdate(action(use, "onUpdate").orElse(ForeignKeyAction.NO_ACTION))
                .withMatch(ForeignKeyMatch.valueOf(use.constant("match")))
                .withDeferrability(Deferrability.valueOf(use.constant("deferrable")))
                .withValidated(!use.flag("notValid"));
        if (table.add(key, use.site()) && !use.flag("index")) {
            table.leaveUnindexed(name);
        }
    }

    /** The declared action, else CASCADE among rows of one tenant, else that of the package. */
    private ForeignKeyAction onDelete(TableDraft table, Reference reference, TableDraft target) {
        boolean ofTenant = table.scope() instanceof TenantScope.Scoped scoped
                && (target.scope() instanceof TenantScope.Scoped
                        || (target.scope() instanceof TenantScope.Root
                                && reference.columns().equals(List.of(scoped.column()))));
        return action(reference.use(), "onDelete")
                .or(() -> ofTenant ? Optional.of(ForeignKeyAction.CASCADE) : Optional.empty())
                .or(() -> packages.onDelete(table.shape().entity()))
                .orElse(ForeignKeyAction.NO_ACTION);
    }

    private static Optional<ForeignKeyAction> action(AnnotationUse use, String attribute) {
        return Optional.of(use.constant(attribute))
                .filter(declared -> !declared.equals(DERIVED))
                .map(ForeignKeyAction::valueOf);
    }

    /** The columns of {@code SET NULL} or {@code SET DEFAULT}, which must be referencing columns. */
    private List<String> set(TableDraft table, Reference reference) {
        List<String> set = new ArrayList<>();
        for (ListedColumn listed : table.shape().listed(reference.use(), "onDeleteColumns")) {
            if (reference.columns().contains(listed.column())) {
                set.add(listed.column());
            } else {
                context.diagnostics()
                        .error(
                                DiagnosticCode.DELETE_COLUMNS,
                                listed.site(),
                                listed.column() + " is not a referencing column; these are "
                                        + String.join(", ", reference.columns()),
                                "list only referencing columns in onDeleteColumns");
            }
        }
        return set;
    }

    private Optional<TableDraft> target(Reference reference) {
        if (!(context.types().asElement(reference.target()) instanceof TypeElement element)
                || !(tables.containsKey(element) || context.annotations().marksEntity(element))) {
            problem(
                    DiagnosticCode.NO_REFERENCED_ENTITY,
                    reference,
                    reference.target() + " is not an entity",
                    "reference a class that carries @Table, or remove the annotation");
            return Optional.empty();
        }
        if (!read.contains(element)) {
            problem(
                    DiagnosticCode.NO_REFERENCED_ENTITY,
                    reference,
                    element + " is an entity of another module, which is not part of this schema",
                    "compile that module with Tenon's processor, and without migrations of its own");
        }
        return Optional.ofNullable(tables.get(element));
    }

    private boolean pairs(Reference reference, TableDraft target) {
        String name = target.name().display();
        List<String> referred = referred(reference, target);
        if (!targets(reference.use()).isEmpty()) {
            return pairs(reference, name, referred, TableKeys.canBeReferred(target, referred));
        }
        if (referred.isEmpty()) {
            problem(
                    DiagnosticCode.NO_REFERENCED_ENTITY,
                    reference,
                    name + " has no primary key to reference",
                    "put @Id on the field that identifies its rows");
            return false;
        }
        if (referred.size() != reference.columns().size()) {
            problem(
                    DiagnosticCode.COMPOSITE_REFERENCE,
                    reference,
                    String.join(", ", reference.columns()) + " cannot reference the primary key of " + name
                            + ", which is " + String.join(", ", referred),
                    "put @References with the same name on one field for each column of the key, in the order of"
                            + " the key");
            return false;
        }
        return true;
    }

    private boolean pairs(Reference reference, String target, List<String> referred, boolean unique) {
        if (unique && referred.size() == reference.columns().size()) {
            return true;
        }
        context.diagnostics()
                .error(
                        DiagnosticCode.COMPOSITE_REFERENCE,
                        reference.use().site("target"),
                        String.join(", ", reference.columns()) + " cannot reference " + String.join(", ", referred)
                                + " of " + target
                                + (unique ? ", because the numbers of columns differ" : ", which are not a unique key"),
                        unique
                                ? "list as many target columns as referencing columns"
                                : "make the target columns unique");
        return false;
    }

    /** The referenced columns: the declared ones, or else the primary key. */
    private static List<String> referred(Reference reference, TableDraft target) {
        List<String> said = targets(reference.use());
        return said.isEmpty()
                ? target.key()
                : said.stream()
                        .flatMap(each -> target.shape().columnsOf(each).stream())
                        .toList();
    }

    private static List<String> targets(AnnotationUse use) {
        return use.texts("target").stream().map(item -> item.text().strip()).toList();
    }

    private void problem(DiagnosticCode code, Reference reference, String problem, String remedy) {
        context.diagnostics().error(code, reference.use().site("value"), problem, remedy);
    }
}
