package dev.tenon.runtime.cli.entities;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.tenon.runtime.catalog.LiveSchema;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The annotated Java sources of a live schema.
 *
 * @param files their texts, by path
 * @param leftovers what they do not say, in a sentence each
 */
public record EntitySources(Map<String, String> files, List<String> leftovers) {

    public EntitySources {
        files = new TreeMap<>(files);
        leftovers = List.copyOf(leftovers);
    }

    /**
     * Writes the sources.
     *
     * @param live the database
     * @param base the package of PostgreSQL's schema {@code public}; other schemas have packages below it
     */
    public static EntitySources of(LiveSchema live, String base) {
        Leftovers leftovers = new Leftovers();
        live.unmodelled().forEach(leftovers::beyond);
        List<Table> tables = new ArrayList<>();
        for (Table table : live.schema().tables()) {
            if (table.primaryKey().isPresent()) {
                tables.add(table);
            } else {
                leftovers.keyless(table);
            }
        }
        Schema schema = live.schema().withTables(tables);
        Naming naming = new Naming(base, schema);
        Map<String, String> files = new TreeMap<>();
        EntityWriter entities = new EntityWriter(schema, naming, leftovers);
        schema.tables()
                .forEach(table -> add(files, naming.packageOf(table.name().schema()), entities.write(table)));
        TypeWriter types = new TypeWriter(naming, leftovers);
        schema.enums().forEach(type -> add(files, naming.packageOf(type.name().schema()), types.write(type)));
        schema.views().forEach(view -> add(files, naming.packageOf(view.name().schema()), types.write(view)));
        files.putAll(new PackageWriter(schema, naming, base).write());
        return new EntitySources(files, leftovers.all());
    }

    private static void add(Map<String, String> files, String path, TypeSpec type) {
        JavaFile file = JavaFile.builder(path, type)
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
        files.put(path.replace('.', '/') + "/" + type.name() + ".java", file.toString());
    }
}
