package dev.tenon.processor.internal.read;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.EntityAnnotations;
import dev.tenon.processor.internal.read.annotation.UnresolvedNames;
import dev.tenon.processor.internal.read.kotlin.KotlinStubCheck;
import dev.tenon.processor.internal.read.object.NamespaceDeclarationReader;
import dev.tenon.processor.internal.read.object.SequenceDeclarationReader;
import dev.tenon.processor.internal.read.object.SqlObjectReader;
import dev.tenon.processor.internal.read.object.TenancyReader;
import dev.tenon.processor.internal.read.object.ViewDeclarationReader;
import dev.tenon.processor.internal.read.structure.EarlierCompilations;
import dev.tenon.processor.internal.read.structure.GeneratorSequence;
import dev.tenon.processor.internal.read.structure.HintReader;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.RoleNames;
import dev.tenon.processor.internal.read.structure.SchemaPackages;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.read.structure.UnreadableObjects;
import dev.tenon.processor.internal.read.table.CheckReader;
import dev.tenon.processor.internal.read.table.ColumnDeclarationReader;
import dev.tenon.processor.internal.read.table.ExcludeReader;
import dev.tenon.processor.internal.read.table.ForeignKeyReader;
import dev.tenon.processor.internal.read.table.IndexDeclarationReader;
import dev.tenon.processor.internal.read.table.MemberReaders;
import dev.tenon.processor.internal.read.table.PartitionDeclarationReader;
import dev.tenon.processor.internal.read.table.PolicyAndGrantReader;
import dev.tenon.processor.internal.read.table.PrimaryKeyReader;
import dev.tenon.processor.internal.read.table.TenantScopeReader;
import dev.tenon.processor.internal.read.table.TextSearchReader;
import dev.tenon.processor.internal.read.table.UniqueReader;
import dev.tenon.processor.internal.read.table.VectorIndexReader;
import dev.tenon.processor.internal.read.type.ColumnNullability;
import dev.tenon.processor.internal.read.type.DeclaredExtensions;
import dev.tenon.processor.internal.read.type.JavaEnumReader;
import dev.tenon.processor.internal.read.type.SqlDefinedTypes;
import dev.tenon.processor.internal.read.type.TypeMapper;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.ModuleShare;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.internal.derive.DeclaredTable;
import dev.tenon.schema.internal.derive.TableDeriver;
import dev.tenon.schema.internal.derive.TenancyObjects;
import dev.tenon.schema.internal.rule.Finding;
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
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads all entities of a compilation into one schema. One reader reads one compilation. */
public final class SchemaReader {

    private final ReadContext context;
    private final SchemaPackages packages;
    private final HintReader hints;
    private final JavaEnumReader enums;
    private final UnreadableObjects broken = new UnreadableObjects();
    private final ForeignEntityReader foreign;
    private final TableRegistry tables;
    private final List<GeneratorSequence> counted = new ArrayList<>();
    private final Map<TypeElement, QualifiedName> views = new LinkedHashMap<>();

    /**
     * The result of reading.
     *
     * @param compiled the schema with its hints and the names of its classes
     * @param broken the objects that could not be read completely
     */
    public record Result(CompiledSnapshot compiled, UnreadableObjects broken) {}

    private SchemaReader(ReadContext context, ForeignEntityReader foreign) {
        this.context = context;
        this.foreign = foreign;
        this.tables = new TableRegistry(context);
        this.packages = new SchemaPackages(context.elements(), context.annotations());
        this.hints = new HintReader(context);
        this.enums = new JavaEnumReader(context, packages, hints);
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
            EarlierCompilations earlier,
            ForeignEntityReader foreign,
            Collection<Element> beside) {
        SchemaReader reader = new SchemaReader(context, foreign);
        Result result = reader.read(entities, earlier);
        Set<Element> read = new HashSet<>(reader.packages.elements());
        read.addAll(entities);
        new MisplacedAnnotations(context).refuseUnread(beside, read);
        new KotlinStubCheck(context, earlier).check(entities);
        return result;
    }

    private Result read(Collection<TypeElement> entities, EarlierCompilations earlier) {
        entities.forEach(packages::around);
        packages.all().forEach(use -> UnresolvedNames.annotations(use.element()).forEach(context.diagnostics()::error));
        DeclaredExtensions extensions = DeclaredExtensions.read(context, packages.all());
        TenancyReader tenancies = new TenancyReader(context, broken, packages.tenancies());
        Map<Boolean, List<TypeElement>> byKind = entities.stream()
                .collect(Collectors.partitioningBy(type -> context.annotations().has(type, "View")));
        readTables(byKind.getOrDefault(false, List.of()), extensions, earlier);
        packages.all().forEach(this::readEnums);
        readMembers(entities, extensions, tenancies);
        ViewDeclarationReader viewReader = new ViewDeclarationReader(
                context,
                packages,
                hints,
                broken,
                new IndexDeclarationReader(context, extensions),
                new PolicyAndGrantReader(context, new RoleNames(context, tenancies.role())));
        byKind.getOrDefault(true, List.of()).forEach(viewReader::read);
        views.putAll(viewReader.names());
        Map<TypeElement, QualifiedName> named = new LinkedHashMap<>(views);
        tables.byEntity().forEach((type, table) -> named.put(type, table.name()));
        Optional<Tenancy> tenancy = tenancies.read(tables.byEntity());
        List<DeclaredTable> declared = tables.all()
                .map(TableDraft::declared)
                .map(table -> table.withTenantValue(
                        hints.backfill(ObjectPath.column(table.table().name(), tenancies.column()))))
                .toList();
        List<Table> derived = TableDeriver.derive(declared, tenancy, this::refuseDuplicateName);
        List<Sequence> sequences = new SequenceDeclarationReader(context, packages, tenancies.role())
                .read(entities, tables.byEntity(), counted);
        List<SqlObject> objects = new ArrayList<>(new SqlObjectReader(context, packages, named).read(entities));
        objects.addAll(TenancyObjects.derive(declared, derived, tenancy));
        Schema schema = new SchemaAssembler(
                        extensions,
                        enums.types(),
                        sequences,
                        derived,
                        viewReader.views(named),
                        objects,
                        tenancy,
                        new NamespaceDeclarationReader(context).read(packages))
                .schema();
        return new Result(
                new CompiledSnapshot(schema, hints.hints(), sources(), classes(entities), ModuleShare.ALONE), broken);
    }

    private void refuseDuplicateName(ObjectPath declared) {
        context.diagnostics()
                .report(
                        Finding.error(
                                DiagnosticCode.DUPLICATE_NAME.code(),
                                declared,
                                "name",
                                declared + " has the name of an object that Tenon derives",
                                "give it another name"),
                        context.sites());
    }

    private void readTables(
            Collection<TypeElement> entities, DeclaredExtensions extensions, EarlierCompilations earlier) {
        List<Element> makers = new ArrayList<>(packages.elements());
        makers.addAll(entities);
        TypeMapper types =
                new TypeMapper(context, extensions, SqlDefinedTypes.by(context.annotations(), makers), enums);
        ColumnDeclarationReader columns =
                new ColumnDeclarationReader(context, types, new ColumnNullability(context, earlier), hints, broken);
        EntityReader reader = new EntityReader(context, packages, hints, columns, broken);
        entities.stream()
                .filter(entity -> !EntityAnnotations.areJpaOn(entity))
                .forEach(entity -> reader.read(entity).ifPresent(table -> tables.add(entity, table)));
        List<TypeElement> others =
                entities.stream().filter(EntityAnnotations::areJpaOn).toList();
        if (!others.isEmpty()) {
            SharedReaders readers = new SharedReaders(context, packages, columns, types, enums, hints, broken);
            ForeignEntityReader.Result read = foreign.read(readers, others);
            read.tables().forEach(tables::addForeign);
            read.additional().forEach(tables::addAdditional);
            counted.addAll(read.sequences());
        }
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

    private void readMembers(Collection<TypeElement> entities, DeclaredExtensions extensions, TenancyReader tenancies) {
        PrimaryKeyReader keys = new PrimaryKeyReader(context);
        tables.byEntity().values().stream()
                .filter(table -> !tables.isForeign(table.shape().entity()))
                .forEach(keys::read);
        tables.byEntity().values().forEach(keys::refine);
        RoleNames roles = new RoleNames(context, tenancies.role());
        MemberReaders members = new MemberReaders(
                new TextSearchReader(context),
                new UniqueReader(context),
                new CheckReader(context),
                new ExcludeReader(context, extensions),
                new IndexDeclarationReader(context, extensions),
                new VectorIndexReader(context, extensions),
                new PartitionDeclarationReader(context),
                new PolicyAndGrantReader(context, roles),
                new TenantScopeReader(context, tenancies.column()));
        tables.all().filter(table -> !broken.contains(table.path())).forEach(members::read);
        // Foreign keys come last, because they may reference unique columns of any table.
        ForeignKeyReader references = new ForeignKeyReader(context, packages, tables.byEntity(), entities);
        tables.all().filter(table -> !broken.contains(table.path())).forEach(references::read);
    }

    private Map<QualifiedName, String> sources() {
        Map<QualifiedName, String> sources = new TreeMap<>();
        tables.byEntity().forEach((entity, table) -> sources.put(table.name(), binaryName(entity)));
        tables.additional()
                .forEach(table ->
                        sources.put(table.name(), binaryName(table.shape().entity())));
        views.forEach((type, name) -> sources.put(name, binaryName(type)));
        enums.sources().forEach((name, source) -> sources.put(name, binaryName(source)));
        return sources;
    }

    /** The classes without a table of their own that a partial compilation must find again. */
    private Set<String> classes(Collection<TypeElement> entities) {
        return entities.stream()
                .filter(entity -> EntityAnnotations.areJpaOn(entity) && !tables.isForeign(entity))
                .map(this::binaryName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String binaryName(TypeElement type) {
        return context.elements().getBinaryName(type).toString();
    }
}
