package dev.tenon.processor.read;

import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Site;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Grant;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.PackageElement;

/** Sequences on entities and on the packages around them. */
final class SequenceReader {

    private final ReadContext context;
    private final Packages packages;
    private final Roles roles;
    private final Optional<String> application;
    private final CountingReader counting;
    private final Map<QualifiedName, Sequence> sequences = new TreeMap<>();

    SequenceReader(ReadContext context, Packages packages, Roles roles, Optional<String> application) {
        this.context = context;
        this.packages = packages;
        this.roles = roles;
        this.application = application;
        this.counting = new CountingReader(context);
    }

    /** All sequences; reports what is wrong with them. */
    List<Sequence> read(Collection<TableDraft> tables) {
        for (PackageElement each : packages.elements()) {
            String schema = packages.schemaName(each).orElse(QualifiedName.DEFAULT_SCHEMA);
            context.annotations().all(each, "Sequence").forEach(use -> read(use, schema, Optional.empty()));
        }
        for (TableDraft table : tables) {
            context.annotations()
                    .all(table.shape().entity(), "Sequence")
                    .forEach(use -> read(use, table.name().schema(), Optional.of(table)));
        }
        return List.copyOf(sequences.values());
    }

    private void read(AnnotationUse use, String schema, Optional<TableDraft> table) {
        Optional<String> name = context.required(use, "name");
        ColumnType type = ColumnType.parse(use.text("type"));
        if (name.isEmpty() || counting.read(use, type).isEmpty()) {
            return;
        }
        QualifiedName qualified = new QualifiedName(use.optionalText("schema").orElse(schema), name.get());
        context.sites().put(ObjectPath.sequence(qualified), use.site());
        Sequence sequence = new Sequence(
                qualified,
                type,
                counting.read(use, type).orElseThrow(),
                owner(use, table),
                grants(use),
                use.optionalText("comment"));
        if (sequences.putIfAbsent(qualified, sequence) != null) {
            context.diagnostics()
                    .error(
                            Code.DUPLICATE_NAME,
                            use.site("name"),
                            "sequence " + qualified.display() + " is there twice",
                            "give one of them another name");
        }
    }

    private Optional<Sequence.Owner> owner(AnnotationUse use, Optional<TableDraft> table) {
        Optional<String> said = use.optionalText("ownedBy").map(String::strip);
        Optional<Sequence.Owner> owner = said.flatMap(item -> table.flatMap(draft -> draft.columnsOf(item).stream()
                .filter(column -> draft.column(column).isPresent())
                .findFirst()
                .map(column -> new Sequence.Owner(draft.name(), column))));
        if (said.isPresent() && owner.isEmpty()) {
            context.diagnostics()
                    .error(
                            Code.COUNTING,
                            use.site("ownedBy"),
                            "no column or field " + said.get() + " is here to own the sequence",
                            "name one of the entity that carries @Sequence");
        }
        return owner;
    }

    private List<Grant> grants(AnnotationUse use) {
        Map<String, List<Privilege>> granted = new TreeMap<>();
        application.ifPresent(role -> granted.put(role, new ArrayList<>(List.of(Privilege.USAGE))));
        for (AnnotationUse grant : context.annotations().nested(use, "grants")) {
            List<Privilege> privileges =
                    grant.constants("value").stream().map(Privilege::valueOf).toList();
            Site site = grant.site("value");
            boolean fit = List.of(Privilege.USAGE, Privilege.SELECT, Privilege.UPDATE)
                            .containsAll(privileges)
                    && !privileges.isEmpty();
            if (!fit) {
                context.diagnostics()
                        .error(
                                Code.UNFIT_ATTRIBUTE,
                                site,
                                "of a sequence one grants USAGE, SELECT or UPDATE",
                                "name some of these");
            }
            roles.orApplication(grant.optionalText("role"), grant.site())
                    .filter(role -> fit)
                    .ifPresent(role -> granted.computeIfAbsent(role, any -> new ArrayList<>())
                            .addAll(privileges));
        }
        return granted.entrySet().stream()
                .map(each -> new Grant(each.getKey(), each.getValue()))
                .toList();
    }
}
