package dev.tenon.cli.importer;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.tenon.cli.importer.annotation.EntityDialects;
import dev.tenon.cli.importer.annotation.JavaNaming;
import dev.tenon.cli.importer.annotation.JpaRelations;
import dev.tenon.cli.importer.tenancy.ImportedTenancy;
import dev.tenon.cli.importer.tenancy.TenancyFinding;
import dev.tenon.runtime.internal.catalog.leftover.DatabaseContent;
import dev.tenon.runtime.internal.catalog.leftover.DeclarableSchema;
import dev.tenon.schema.Leftover;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.internal.derive.NamingStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The annotated Java sources of a database.
 *
 * @param files the texts of the sources, by path
 * @param leftovers every object and attribute that the sources do not declare
 * @param cautions one sentence for each declaration that its reader should check
 * @param naming the strategy by which the processor must derive names
 * @param tenancy how tenants are isolated, if that was asked for
 * @param findings what the database lacks to isolate tenants
 * @param accepted the acceptance tokens of what the tenancy drops
 */
public record EntitySources(
        Map<String, String> files,
        List<Leftover> leftovers,
        List<String> cautions,
        NamingStrategy naming,
        Optional<Tenancy> tenancy,
        List<TenancyFinding> findings,
        List<String> accepted) {

    public EntitySources {
        files = new TreeMap<>(files);
        leftovers = List.copyOf(leftovers);
        cautions = List.copyOf(cautions);
        findings = List.copyOf(findings);
        accepted = List.copyOf(accepted);
    }

    /**
     * Writes the sources in the default form of the style.
     *
     * @param content the database
     * @param base the package of PostgreSQL's schema {@code public}; other schemas have packages below it
     * @param style the style of the entities
     */
    public static EntitySources of(DatabaseContent content, String base, EntityStyle style) {
        return of(content, base, ImportStyle.of(style));
    }

    /**
     * Writes the sources.
     *
     * @param content the database
     * @param base the package of PostgreSQL's schema {@code public}; other schemas have packages below it
     * @param form how the sources look
     */
    public static EntitySources of(DatabaseContent content, String base, ImportStyle form) {
        return of(content, base, form, ImportedTenancy::none);
    }

    /**
     * Writes the sources with a tenancy.
     *
     * @param content the database
     * @param base the package of PostgreSQL's schema {@code public}; other schemas have packages below it
     * @param form how the sources look
     * @param recognition recognizes the tenancy
     */
    public static EntitySources of(
            DatabaseContent content, String base, ImportStyle form, Function<Schema, ImportedTenancy> recognition) {
        EntityStyle style = form.entities();
        DeclarableSchema declarable = DeclarableSchema.of(content);
        ImportedTenancy imported = recognition.apply(declarable.schema());
        Schema schema = imported.schema();
        JpaRelations relations = style == EntityStyle.JPA ? JpaRelations.in(schema) : JpaRelations.none();
        JavaNaming naming = new JavaNaming(base, schema, relations, form.naming(), form.singular());
        Map<String, String> files = new TreeMap<>();
        EntityWriter entities = new EntityWriter(
                imported, naming, EntityDialects.of(schema, naming, relations, form.nullability()), style);
        schema.tables()
                .forEach(table -> add(files, naming.packageOf(table.name().schema()), entities.write(table)));
        TypeWriter types = new TypeWriter(schema, naming, style, content.live().viewColumns());
        schema.enums().forEach(type -> add(files, naming.packageOf(type.name().schema()), types.write(type)));
        schema.views().forEach(view -> add(files, naming.packageOf(view.name().schema()), types.write(view)));
        files.putAll(new PackageWriter(schema, naming, base).write());
        return new EntitySources(
                files,
                declarable.leftovers(),
                cautions(schema),
                naming.strategy(),
                schema.tenancy(),
                imported.findings(),
                imported.accepted());
    }

    /** A partition that is not secured like its table is imported as it is, but seldom intended. */
    private static List<String> cautions(Schema schema) {
        List<String> cautions = new ArrayList<>();
        if (schema.tables().isEmpty() && schema.views().isEmpty()) {
            cautions.add("there are no tables and no views; the processor reads only packages that contain an entity");
        }
        for (Table table : schema.tables()) {
            table.partitions().stream()
                    .filter(partition -> partition.ownSecurity() && table.rowSecurity() != RowSecurity.DISABLED)
                    .forEach(partition -> cautions.add(ObjectPath.partition(table.name(), partition.name())
                            + " does not have the row-level security of its table: a role with privileges on the"
                            + " partition itself is restricted only by what is declared for it"));
        }
        return cautions;
    }

    private static void add(Map<String, String> files, String path, TypeSpec type) {
        JavaFile file = JavaFile.builder(path, type)
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
        files.put(path.replace('.', '/') + "/" + type.name() + ".java", AnnotationFormatter.of(file.toString()));
    }
}
