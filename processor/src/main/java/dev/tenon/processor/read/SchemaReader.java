package dev.tenon.processor.read;

import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Site;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.derive.Derivation;
import dev.tenon.schema.rule.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads all entities of a compilation into one schema. One reader reads one compilation. */
public final class SchemaReader {

    private final ReadContext context;
    private final Packages packages;
    private final HintReader hints;
    private final EnumReader enums;
    private final Broken broken = new Broken();
    private final ForeignEntities foreign;
    private final Map<TypeElement, TableDraft> tables = new LinkedHashMap<>();
    private final Map<TypeElement, TableDraft> foreignTables = new LinkedHashMap<>();
    private final List<TableDraft> beside = new ArrayList<>();
    private final List<CountedSequence> counted = new ArrayList<>();
    private final Map<QualifiedName, TypeElement> names = new TreeMap<>();
    private final Map<TypeElement, QualifiedName> views = new LinkedHashMap<>();

    /**
     * The result of reading.
     *
     * @param compiled the schema with its hints and the names of its classes
     * @param broken the objects that could not be read completely
     */
    public record Result(CompiledSnapshot compiled, Broken broken) {}

    private SchemaReader(ReadContext context, ForeignEntities foreign) {
        this.context = context;
        this.foreign = foreign;
        this.packages = new Packages(context.elements(), context.annotations());
        this.hints = new HintReader(context);
        this.enums = new EnumReader(context, packages, hints);
    }

    /**
     * Reads the entities; reports their problems.
     *
     * @param foreign reads the entities that another library's annotations describe
     * @param beside the packages and types with annotations that are read in addition to entities
     */
    public static Result read(
            ReadContext context,
            Collection<TypeElement> entities,
            Earlier earlier,
            ForeignEntities foreign,
            Collection<Element> beside) {
        SchemaReader reader = new SchemaReader(context, foreign);
        Result result = reader.read(entities, earlier);
        Set<Element> read = new HashSet<>(reader.packages.elements());
        read.addAll(entities);
        new Strays(context).refuseUnread(beside, read);
        return result;
    }

    private Result read(Collection<TypeElement> entities, Earlier earlier) {
        entities.forEach(packages::around);
        packages.all().forEach(use -> Unresolved.annotations(use.element()).forEach(context.diagnostics()::error));
        Extensions extensions = Extensions.read(context, packages.all());
        TenancyReader tenancies = new TenancyReader(context, broken, packages.tenancies());
        Map<Boolean, List<TypeElement>> byKind = entities.stream()
                .collect(Collectors.partitioningBy(type -> context.annotations().has(type, "View")));
        readTables(byKind.getOrDefault(false, List.of()), extensions, earlier);
        packages.all().forEach(this::readEnums);
        readMembers(extensions, tenancies);
        ViewReader viewReader = new ViewReader(
                context,
                packages,
                hints,
                broken,
                new IndexReader(context, extensions),
                new AccessReader(context, new Roles(context, tenancies.role())));
        byKind.getOrDefault(true, List.of()).forEach(viewReader::read);
        views.putAll(viewReader.names());
        Map<TypeElement, QualifiedName> named = new LinkedHashMap<>(views);
        tables.forEach((type, table) -> named.put(type, table.name()));
        Optional<Tenancy> tenancy = tenancies.read(tables);
        List<Table> derived = Derivation.derive(all().map(TableDraft::declared).toList(), tenancy, this::refuseTaken);
        List<Sequence> sequences =
                new SequenceReader(context, packages, tenancies.role()).read(entities, tables, counted);
        List<SqlObject> objects = new SqlObjectReader(context, packages, named).read(entities);
        Schema schema = new Surroundings(
                        extensions,
                        enums.types(),
                        sequences,
                        derived,
                        viewReader.views(named),
                        objects,
                        tenancy,
                        new NamespaceReader(context).read(packages))
                .schema();
        return new Result(new CompiledSnapshot(schema, hints.hints(), sources(), classes(entities)), broken);
    }

    private void refuseTaken(ObjectPath declared) {
        context.diagnostics()
                .report(
                        Finding.error(
                                Code.DUPLICATE_NAME.text(),
                                declared,
                                "name",
                                declared + " has the name of an object that Tenon derives",
                                "give it another name"),
                        context.sites());
    }

    private Stream<TableDraft> all() {
        return Stream.concat(tables.values().stream(), beside.stream());
    }

    private void readTables(Collection<TypeElement> entities, Extensions extensions, Earlier earlier) {
        List<Element> makers = new ArrayList<>(packages.elements());
        makers.addAll(entities);
        TypeMapper types = new TypeMapper(context, extensions, MadeTypes.by(context.annotations(), makers), enums);
        ColumnReader columns = new ColumnReader(context, types, new Nullability(context, earlier), hints, broken);
        EntityReader reader = new EntityReader(context, packages, hints, columns, broken);
        entities.stream()
                .filter(entity -> !Markers.areJpaOn(entity))
                .forEach(entity -> reader.read(entity).ifPresent(table -> put(entity, table)));
        List<TypeElement> others = entities.stream().filter(Markers::areJpaOn).toList();
        if (!others.isEmpty()) {
            Workshop shop = new Workshop(context, packages, columns, types, enums, hints, broken);
            ForeignEntities.Result read = foreign.read(shop, others);
            read.tables().forEach((entity, table) -> {
                if (put(entity, table)) {
                    foreignTables.put(entity, table);
                }
            });
            read.beside().stream()
                    .filter(table -> isFresh(table.shape().entity(), table))
                    .forEach(beside::add);
            counted.addAll(read.sequences());
        }
    }

    private boolean put(TypeElement entity, TableDraft table) {
        boolean fresh = isFresh(entity, table);
        if (fresh) {
            tables.put(entity, table);
        }
        return fresh;
    }

    private boolean isFresh(TypeElement entity, TableDraft table) {
        TypeElement before = names.putIfAbsent(table.name(), entity);
        if (before != null) {
            duplicate(table, before, entity);
        }
        return before == null;
    }

    /** Reads the enum types that no column uses. */
    private void readEnums(AnnotationUse use) {
        for (TypeMirror type : use.types("enums")) {
            if (context.types().asElement(type) instanceof TypeElement element
                    && element.getKind() == ElementKind.ENUM) {
                enums.read(element, use.text("name"));
            }
        }
    }

    private void readMembers(Extensions extensions, TenancyReader tenancies) {
        KeyReader keys = new KeyReader(context);
        tables.values().stream()
                .filter(table -> !foreignTables.containsKey(table.shape().entity()))
                .forEach(keys::read);
        tables.values().forEach(keys::refine);
        Roles roles = new Roles(context, tenancies.role());
        MemberReaders members = new MemberReaders(
                new TextSearchReader(context),
                new UniqueReader(context),
                new CheckReader(context),
                new ExcludeReader(context, extensions),
                new IndexReader(context, extensions),
                new VectorIndexReader(context, extensions),
                new PartitionReader(context),
                new AccessReader(context, roles),
                new ScopeReader(context, tenancies.column()));
        all().filter(table -> !broken.contains(table.path())).forEach(members::read);
        // Foreign keys come last, because they may reference unique columns of any table.
        ReferenceReader references = new ReferenceReader(context, tables);
        all().filter(table -> !broken.contains(table.path())).forEach(references::read);
    }

    private void duplicate(TableDraft table, TypeElement first, TypeElement second) {
        context.diagnostics()
                .error(
                        Code.DUPLICATE_TABLE,
                        context.annotations()
                                .find(second, "Table")
                                .map(use -> use.site("name"))
                                .orElseGet(() -> Site.of(second)),
                        first + " and " + second + " both map to table "
                                + table.name().display(),
                        "rename one of the tables with @Table");
    }

    private Map<QualifiedName, String> sources() {
        Map<QualifiedName, String> sources = new TreeMap<>();
        tables.forEach((entity, table) -> sources.put(table.name(), binaryName(entity)));
        beside.forEach(
                table -> sources.put(table.name(), binaryName(table.shape().entity())));
        views.forEach((type, name) -> sources.put(name, binaryName(type)));
        enums.sources().forEach((name, source) -> sources.put(name, binaryName(source)));
        return sources;
    }

    /** The classes without a table of their own that a partial compilation must find again. */
    private Set<String> classes(Collection<TypeElement> entities) {
        return entities.stream()
                .filter(entity -> Markers.areJpaOn(entity) && !foreignTables.containsKey(entity))
                .map(this::binaryName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String binaryName(TypeElement type) {
        return context.elements().getBinaryName(type).toString();
    }
}
