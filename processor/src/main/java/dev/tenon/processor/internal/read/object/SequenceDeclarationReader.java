package dev.tenon.processor.internal.read.object;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.GeneratorSequence;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.SchemaPackages;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.read.table.SequenceOptionsReader;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Grant;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SequenceOptions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** Reads sequences on entities and on the packages around them. */
public final class SequenceDeclarationReader {

    private static final ColumnType BIGINT = ColumnType.builtin("bigint");

    /** The privilege that each attribute grants to the roles in it. */
    private static final Map<String, Privilege> PRIVILEGES = Map.of(
            "usableBy", Privilege.USAGE,
            "readableBy", Privilege.SELECT,
            "settableBy", Privilege.UPDATE);

    private final ReadContext context;
    private final SchemaPackages packages;
    private final Optional<String> application;
    private final SequenceOptionsReader counting;
    private final Map<QualifiedName, Sequence> sequences = new TreeMap<>();

    public SequenceDeclarationReader(ReadContext context, SchemaPackages packages, Optional<String> application) {
        this.context = context;
        this.packages = packages;
        this.application = application;
        this.counting = new SequenceOptionsReader(context);
    }

    /**
     * All sequences; reports invalid ones.
     *
     * @param entities the classes that may declare a sequence
     * @param tables the entities with their own table
     * @param counted the sequences of generated keys
     */
    public List<Sequence> read(
            Collection<TypeElement> entities,
            Map<TypeElement, TableDraft> tables,
            Collection<GeneratorSequence> counted) {
        for (PackageElement each : packages.elements()) {
            read(each, schemaAround(each), Optional.empty());
        }
        for (TypeElement each : entities) {
            Optional<TableDraft> table = Optional.ofNullable(tables.get(each));
            read(each, table.map(draft -> draft.name().schema()).orElseGet(() -> schemaAround(each)), table);
        }
        tables.values().forEach(this::readSerial);
        counted.forEach(each -> add(
                new Sequence(each.name(), BIGINT, each.options(), Optional.empty(), grants(Map.of()), Optional.empty()),
                each.site(),
                each.site()));
        return List.copyOf(sequences.values());
    }

    /** Adds the sequences of the table's serial columns. */
    private void readSerial(TableDraft table) {
        for (Property property : table.shape().properties()) {
            context.annotations()
                    .find(property.element(), "Identity")
                    .ifPresent(use -> use.optionalText("sequence")
                            .ifPresent(name -> table.column(property.column())
                                    .ifPresent(column -> addSerial(use, table.name(), name, column))));
        }
    }

    private void addSerial(AnnotationUse use, QualifiedName table, String name, Column column) {
        if (!SequenceOptions.canCount(column.type()) || (!use.isDefault("always") && use.flag("always"))) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.COUNTING,
                            use.site("sequence"),
                            column.name() + " of type " + column.type() + " cannot "
                                    + (use.flag("always") && !use.isDefault("always")
                                            ? "reject values of inserts, because its values come from a sequence"
                                            : "count"),
                            "use smallint, integer or bigint, without always");
            return;
        }
        counting.read(use, column.type())
                .ifPresent(options -> add(
                        new Sequence(
                                table.withName(name),
                                column.type(),
                                options,
                                Optional.of(new Sequence.Owner(table, column.name())),
                                grants(Map.of()),
                                Optional.empty()),
                        use.site(),
                        use.site("sequence")));
    }

    private String schemaAround(Element element) {
        return packages.schemaName(element).orElse(QualifiedName.DEFAULT_SCHEMA);
    }

    private void read(Element element, String schema, Optional<TableDraft> table) {
        context.annotations().all(element, "Sequence").forEach(use -> read(use, schema, table));
    }

    private void add(Sequence sequence, SourceLocation site, SourceLocation name) {
        context.sites().put(ObjectPath.sequence(sequence.name()), site);
        if (sequences.putIfAbsent(sequence.name(), sequence) != null) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.DUPLICATE_NAME,
                            name,
                            "sequence " + sequence.name().display() + " is declared twice",
                            "give one of them another name");
        }
    }

    private void read(AnnotationUse use, String schema, Optional<TableDraft> table) {
        Optional<String> name = context.required(use, "name");
        ColumnType type = ColumnType.parse(use.text("type"));
        if (!SequenceOptions.canCount(type)) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.COUNTING,
                            use.site("type"),
                            "a sequence cannot have type " + type,
                            "use smallint, integer or bigint");
            return;
        }
        Optional<SequenceOptions> options = counting.read(use, type);
        if (name.isEmpty() || options.isEmpty()) {
            return;
        }
        QualifiedName qualified = new QualifiedName(use.optionalText("schema").orElse(schema), name.get());
        context.sites().put(ObjectPath.sequence(qualified), "ownedBy", use.site("ownedBy"));
        Sequence sequence = new Sequence(
                qualified, type, options.get(), owner(use, table), grants(declared(use)), use.optionalText("comment"));
        add(sequence, use.site(), use.site("name"));
    }

    private Optional<Sequence.Owner> owner(AnnotationUse use, Optional<TableDraft> table) {
        Optional<String> said = use.optionalText("ownedBy").map(String::strip);
        Optional<Sequence.Owner> owner =
                said.flatMap(item -> table.flatMap(draft -> draft.shape().columnsOf(item).stream()
                        .filter(column -> draft.column(column).isPresent())
                        .findFirst()
                        .map(column -> new Sequence.Owner(draft.name(), column))));
        if (said.isPresent() && owner.isEmpty()) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.COUNTING,
                            use.site("ownedBy"),
                            "there is no column or field " + said.get() + " to own the sequence",
                            "name a column or field of the entity that carries @Sequence");
        }
        return owner;
    }

    /** The declared privileges by role, without the implicit ones of the application role. */
    private Map<String, Set<Privilege>> declared(AnnotationUse use) {
        Map<String, Set<Privilege>> said = new TreeMap<>();
        PRIVILEGES.forEach((attribute, privilege) -> {
            for (AnnotationUse.Item role : use.texts(attribute)) {
                if (role.text().isBlank()) {
                    context.diagnostics()
                            .error(DiagnosticCode.BLANK, role.site(), "a role's name is blank", "name the role");
                } else {
                    said.computeIfAbsent(role.text().strip(), each -> new TreeSet<>())
                            .add(privilege);
                }
            }
        });
        return said;
    }

    /** Adds USAGE for the application role, which every sequence grants. */
    private List<Grant> grants(Map<String, Set<Privilege>> said) {
        Map<String, Set<Privilege>> all = new TreeMap<>(said);
        application.ifPresent(role -> all.merge(role, Set.of(Privilege.USAGE), (known, use) -> {
            known.addAll(use);
            return known;
        }));
        return all.entrySet().stream()
                .map(each -> new Grant(each.getKey(), List.copyOf(each.getValue())))
                .toList();
    }
}
