package dev.tenon.processor.read;

import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Site;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.derive.Derivation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;

/** Reads all entities of a compilation into one schema. One reader reads one compilation. */
public final class SchemaReader {

    private final ReadContext context;
    private final Packages packages;
    private final HintReader hints;
    private final EnumReader enums;
    private final Broken broken = new Broken();
    private final Map<TypeElement, TableDraft> tables = new LinkedHashMap<>();

    /**
     * What was read.
     *
     * @param compiled the schema with its hints and the classes behind it
     * @param broken what could not be read
     */
    public record Result(CompiledSnapshot compiled, Broken broken) {}

    private SchemaReader(ReadContext context) {
        this.context = context;
        this.packages = new Packages(context.elements(), context.annotations());
        this.hints = new HintReader(context);
        this.enums = new EnumReader(context, packages, hints);
    }

    /** Reads the entities; reports what is wrong with them. */
    public static Result read(ReadContext context, Collection<TypeElement> entities, Earlier earlier) {
        return new SchemaReader(context).read(entities, earlier);
    }

    private Result read(Collection<TypeElement> entities, Earlier earlier) {
        entities.forEach(packages::around);
        packages.all().forEach(use -> Unresolved.annotations(use.element()).forEach(context.diagnostics()::error));
        Extensions extensions = Extensions.read(context, packages.all());
        TenancyReader tenancies = new TenancyReader(context, broken, packages.tenancies());
        readTables(entities, extensions, earlier);
        readMembers(extensions, tenancies);
        Optional<Tenancy> tenancy = tenancies.read(tables);
        List<Table> derived = Derivation.derive(
                tables.values().stream().map(TableDraft::declared).toList(), tenancy);
        List<Sequence> sequences = new SequenceReader(context, packages, tenancies.role()).read(tables.values());
        Schema schema = new Surroundings(extensions, enums.types(), sequences, derived, tenancy).schema();
        return new Result(new CompiledSnapshot(schema, hints.hints(), sources()), broken);
    }

    private void readTables(Collection<TypeElement> entities, Extensions extensions, Earlier earlier) {
        TypeMapper types = new TypeMapper(context, extensions, enums);
        ColumnReader columns = new ColumnReader(context, types, new Nullability(context, earlier), hints, broken);
        EntityReader reader = new EntityReader(context, packages, hints, columns, broken);
        Map<QualifiedName, TypeElement> names = new TreeMap<>();
        for (TypeElement entity : entities) {
            reader.read(entity).ifPresent(table -> {
                TypeElement before = names.putIfAbsent(table.name(), entity);
                if (before == null) {
                    tables.put(entity, table);
                } else {
                    duplicate(table, before, entity);
                }
            });
        }
    }

    private void readMembers(Extensions extensions, TenancyReader tenancies) {
        KeyReader keys = new KeyReader(context);
        tables.values().forEach(keys::read);
        Roles roles = new Roles(context, tenancies.role());
        MemberReaders members = new MemberReaders(
                new TextSearchReader(context),
                new UniqueReader(context),
                new CheckReader(context),
                new ExcludeReader(context, extensions),
                new IndexReader(context, extensions),
                new VectorIndexReader(context, extensions),
                new ReferenceReader(context, tables),
                new AccessReader(context, roles),
                new ScopeReader(context, tenancies.column()));
        tables.values().stream().filter(table -> !broken.contains(table.path())).forEach(members::read);
    }

    private void duplicate(TableDraft table, TypeElement first, TypeElement second) {
        context.diagnostics()
                .error(
                        Code.DUPLICATE_TABLE,
                        context.annotations()
                                .find(second, "Table")
                                .map(use -> use.site("name"))
                                .orElseGet(() -> Site.of(second)),
                        "both " + first + " and " + second + " are the table "
                                + table.name().display(),
                        "name one of them with @Table");
    }

    private Map<QualifiedName, String> sources() {
        Map<QualifiedName, String> sources = new TreeMap<>();
        tables.forEach((entity, table) -> sources.put(table.name(), binaryName(entity)));
        enums.sources().forEach((name, source) -> sources.put(name, binaryName(source)));
        return sources;
    }

    private String binaryName(TypeElement type) {
        return context.elements().getBinaryName(type).toString();
    }
}
