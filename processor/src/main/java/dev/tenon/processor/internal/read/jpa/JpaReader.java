package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.ForeignEntityReader;
import dev.tenon.processor.internal.read.SharedReaders;
import dev.tenon.processor.internal.read.jpa.attribute.BasicReader;
import dev.tenon.processor.internal.read.jpa.attribute.Converters;
import dev.tenon.processor.internal.read.jpa.attribute.EntityClass;
import dev.tenon.processor.internal.read.jpa.attribute.EntityClasses;
import dev.tenon.processor.internal.read.jpa.attribute.HibernateLine;
import dev.tenon.processor.internal.read.jpa.attribute.JpaAnnotationLookup;
import dev.tenon.processor.internal.read.jpa.attribute.JpaNaming;
import dev.tenon.processor.internal.read.jpa.attribute.JpaOptions;
import dev.tenon.processor.internal.read.jpa.attribute.OverrideLog;
import dev.tenon.processor.internal.read.structure.TableDraft;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Reads the entities of Jakarta Persistence in a compilation, with their tables and sequences. */
public final class JpaReader implements ForeignEntityReader {

    private final JpaOptions options;

    /** A reader with the options of the compilation. */
    public JpaReader(JpaOptions options) {
        this.options = options;
    }

    @Override
    public Result read(SharedReaders readers, Collection<TypeElement> classes) {
        JpaAnnotationLookup lookup = new JpaAnnotationLookup(readers.context(), options);
        if (lookup.refuseJavax(classes)) {
            return new Result(Map.of(), List.of(), List.of());
        }
        HibernateLine line = options.line(readers.context().elements());
        JpaNaming naming = JpaNaming.of(readers.context().naming(), line);
        EntityClasses entities = new EntityClasses(readers.context(), lookup, readers.packages(), naming);
        List<TypeElement> converters = classes.stream()
                .filter(type -> lookup.of(type).has("Converter"))
                .toList();
        entities.read(
                classes.stream().filter(type -> lookup.of(type).has("Entity")).toList());
        BasicReader basics = new BasicReader(readers, lookup, new Converters(readers.context(), lookup, converters));
        OverrideLog log = new OverrideLog();
        JpaContext jpa = new JpaContext(readers, line, naming, lookup, entities, basics, log);
        Result result = new TableReaders(jpa).read();
        log.refuseIdle(readers.context().diagnostics());
        lookup.refuseUnasked();
        return result;
    }

    /** The state of reading the tables of one compilation. */
    private static final class TableReaders {

        private final JpaContext jpa;
        private final TableBuilder builder;
        private final EntityTables tables;
        private final PluralAttributeReader plurals;

        TableReaders(JpaContext jpa) {
            this.jpa = jpa;
            this.builder = new TableBuilder(jpa);
            PrimaryKeys keys = new PrimaryKeys(jpa);
            AttributeWalker walker = new AttributeWalker(jpa, keys);
            this.tables = new EntityTables(jpa, keys, builder, walker);
            this.plurals = new PluralAttributeReader(jpa, keys, builder, walker, tables::holding);
        }

        Result read() {
            Collection<EntityClass> all = jpa.entities().all();
            tables.read(all);
            tables.plurals().forEach(plurals::read);
            Generators generators = new Generators(jpa);
            generators.read(all);
            Set<TableDraft> beside = new LinkedHashSet<>(tables.additional());
            beside.addAll(plurals.additional());
            generators.tables().forEach(table -> beside.add(table.build(builder)));
            Map<TypeElement, TableDraft> byEntity = new LinkedHashMap<>();
            tables.byEntity().forEach((entity, table) -> {
                // The first of the entities with one table has it.
                if (!byEntity.containsValue(table)) {
                    byEntity.put(entity.element(), table);
                }
            });
            beside.removeAll(byEntity.values());
            new ReferencedKeys(builder).complete(builder.references());
            return new Result(byEntity, List.copyOf(beside), generators.sequences());
        }
    }
}
