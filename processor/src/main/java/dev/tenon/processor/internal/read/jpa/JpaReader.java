package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.ForeignEntityReader;
import dev.tenon.processor.internal.read.SharedReaders;
import dev.tenon.processor.internal.read.jpa.attribute.BasicReader;
import dev.tenon.processor.internal.read.jpa.attribute.Converters;
import dev.tenon.processor.internal.read.jpa.attribute.EntityClass;
import dev.tenon.processor.internal.read.jpa.attribute.EntityClasses;
import dev.tenon.processor.internal.read.jpa.attribute.JpaAnnotationLookup;
import dev.tenon.processor.internal.read.jpa.attribute.JpaNaming;
import dev.tenon.processor.internal.read.jpa.attribute.OverrideLog;
import dev.tenon.processor.internal.read.structure.TableDraft;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/** Reads the entities of Jakarta Persistence in a compilation, with their tables and sequences. */
public final class JpaReader implements ForeignEntityReader {

    @Override
    public Result read(SharedReaders shop, Collection<TypeElement> classes) {
        JpaAnnotationLookup lookup = new JpaAnnotationLookup(shop.context());
        JpaNaming naming = JpaNaming.of(shop.context().naming());
        EntityClasses entities = new EntityClasses(shop.context(), lookup, shop.packages(), naming);
        List<TypeElement> converters = classes.stream()
                .filter(type -> lookup.of(type).has("Converter"))
                .toList();
        entities.read(
                classes.stream().filter(type -> lookup.of(type).has("Entity")).toList());
        BasicReader basics = new BasicReader(shop, lookup, new Converters(shop.context(), lookup, converters));
        OverrideLog log = new OverrideLog();
        JpaContext bench = new JpaContext(shop, naming, lookup, entities, basics, log);
        Result result = new Reading(bench).read();
        log.refuseIdle(shop.context().diagnostics());
        lookup.refuseUnasked();
        return result;
    }

    /** The state of reading the tables of one compilation. */
    private static final class Reading {

        private final JpaContext bench;
        private final TableBuilder builder;
        private final EntityTables tables;
        private final PluralAttributeReader plurals;

        Reading(JpaContext bench) {
            this.bench = bench;
            this.builder = new TableBuilder(bench);
            PrimaryKeys keys = new PrimaryKeys(bench);
            AttributeWalker walker = new AttributeWalker(bench, keys);
            this.tables = new EntityTables(bench, keys, builder, walker);
            this.plurals = new PluralAttributeReader(bench, keys, builder, walker, tables::holding);
        }

        Result read() {
            Collection<EntityClass> all = bench.entities().all();
            tables.read(all);
            tables.plurals().forEach(plurals::read);
            Generators generators = new Generators(bench);
            generators.read(all);
            List<TableDraft> beside = new ArrayList<>(plurals.additional());
            generators.tables().forEach(table -> beside.add(table.build(builder)));
            Map<TypeElement, TableDraft> byEntity = new LinkedHashMap<>();
            tables.byEntity().forEach((entity, table) -> byEntity.put(entity.element(), table));
            List<TableDraft> every = new ArrayList<>(byEntity.values());
            every.addAll(beside);
            new ReferencedKeys(bench).check(builder.references(), every);
            return new Result(byEntity, beside, generators.sequences());
        }
    }
}
