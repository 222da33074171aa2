package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.AttributeContext;
import dev.tenon.processor.internal.read.jpa.attribute.DerivedIdentifiers;
import dev.tenon.processor.internal.read.jpa.attribute.EntityClass;
import dev.tenon.processor.internal.read.jpa.attribute.EntityReference;
import dev.tenon.processor.internal.read.jpa.attribute.InheritanceStrategy;
import dev.tenon.processor.internal.read.jpa.attribute.JpaAnnotations;
import dev.tenon.processor.internal.read.jpa.attribute.Overrides;
import dev.tenon.processor.internal.read.jpa.attribute.PluralAttribute;
import dev.tenon.processor.internal.read.jpa.attribute.PrimaryKeyColumn;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.read.table.TableOptions;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.Column;
import dev.tenon.schema.TableStorage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** Reads the tables of entities: one table for a hierarchy, or one for each class. */
final class EntityTables {

    private final JpaContext jpa;
    private final PrimaryKeys keys;
    private final TableBuilder builder;
    private final AttributeWalker walker;
    private final Discriminators discriminators;
    private final TenonAnnotationsOnJpa tenon;
    private final SecondaryTables secondary;
    private final SoftDeletes softDeletes;
    private final HibernateColumns hibernate;
    private final Set<TableDraft> additional = new LinkedHashSet<>();
    private final Map<EntityClass, TableContribution> fragments = new LinkedHashMap<>();
    private final Map<EntityClass, TableDraft> tables = new LinkedHashMap<>();

    EntityTables(JpaContext jpa, PrimaryKeys keys, TableBuilder builder, AttributeWalker walker) {
        this.jpa = jpa;
        this.keys = keys;
        this.builder = builder;
        this.walker = walker;
        this.discriminators = new Discriminators(jpa, builder);
        this.tenon = new TenonAnnotationsOnJpa(jpa);
        this.secondary = new SecondaryTables(jpa, keys);
        this.softDeletes = new SoftDeletes(jpa, builder);
        this.hibernate = new HibernateColumns(jpa);
    }

    /** Reads the tables of all entities. */
    void read(Collection<EntityClass> entities) {
        entities.forEach(entity -> fragments.put(entity, fragment(entity)));
        for (EntityClass entity : entities) {
            jpa.context().diagnostics().reading(entity.element());
            if (hasTable(entity)) {
                tables.put(entity, table(entity));
            } else {
                refuseTable(entity);
            }
        }
    }

    /** The tables by entity. */
    Map<EntityClass, TableDraft> byEntity() {
        return tables;
    }

    /** The secondary tables. */
    Collection<TableDraft> additional() {
        return additional;
    }

    /** The tables with the rows of the entity. */
    Collection<TableDraft> holding(EntityClass entity) {
        Stream<EntityClass> owners = switch (entity.strategy()) {
            case SINGLE_TABLE -> Stream.of(entity.root());
            case JOINED -> Stream.of(entity);
            case TABLE_PER_CLASS -> entity.family();
        };
        return owners.flatMap(each -> Optional.ofNullable(tables.get(each)).stream())
                .toList();
    }

    /** The attributes with several values. */
    List<PluralAttribute> plurals() {
        return fragments.values().stream()
                .flatMap(fragment -> fragment.plurals().stream())
                .toList();
    }

    private TableContribution fragment(EntityClass entity) {
        jpa.context().diagnostics().reading(entity.element());
        Overrides overrides = Overrides.NONE;
        for (TypeElement each : entity.own()) {
            tenon.refuse(each, each.equals(entity.element()));
            JpaAnnotations marks = jpa.lookup().of(each);
            marks.hasAny("MappedSuperclass", "Embeddable", "Access", "IdClass", "DiscriminatorValue");
            overrides = Overrides.on(marks, jpa.overrides()).over(overrides);
        }
        boolean loose = entity.parent().isPresent() && entity.strategy() == InheritanceStrategy.SINGLE_TABLE;
        TableContribution fragment = new TableContribution();
        AttributeContext where = AttributeContext.in(entity, entity.table(), overrides, loose);
        DerivedIdentifiers derived = DerivedIdentifiers.in(entity.members());
        walker.walk(entity.members(), where, derived, fragment);
        secondary.declare(entity, fragment);
        entity.own().forEach(each -> hibernate.checks(jpa.lookup().of(each), List.of(), fragment));
        derived.idle().forEach(relation -> refuseIdle(entity, relation.marks()));
        return fragment;
    }

    private void refuseIdle(EntityClass entity, JpaAnnotations relation) {
        AnnotationUse use = relation.one("MapsId").orElseThrow();
        jpa.error(
                DiagnosticCode.JPA_KEY,
                use.site("value"),
                "the key of " + entity + " has no attribute '" + use.text("value") + "'",
                "name the attribute of the key that the relationship maps");
        relation.unread();
    }

    private static boolean hasTable(EntityClass entity) {
        return !entity.isQuery()
                && switch (entity.strategy()) {
                    case SINGLE_TABLE -> entity.parent().isEmpty();
                    case JOINED -> true;
                    case TABLE_PER_CLASS -> !entity.isAbstract();
                };
    }

    private void refuseTable(EntityClass entity) {
        if (entity.isQuery()) {
            return;
        }
        entity.marks()
                .one("Table")
                .or(() -> additional(entity))
                .filter(use -> entity.strategy() == InheritanceStrategy.SINGLE_TABLE)
                .ifPresent(use -> jpa.error(
                        DiagnosticCode.JPA_INHERITANCE,
                        use.site(),
                        entity + " shares the table of " + entity.root() + " and cannot have its own @Table",
                        "remove @Table, or use the inheritance strategy JOINED"));
    }

    private TableDraft table(EntityClass entity) {
        TableContribution parts = new TableContribution();
        List<EntityClass> within = switch (entity.strategy()) {
            case SINGLE_TABLE -> entity.family().toList();
            case JOINED -> List.of(entity);
            case TABLE_PER_CLASS -> entity.lineage().toList();
        };
        boolean copied = entity.strategy() == InheritanceStrategy.TABLE_PER_CLASS;
        for (EntityClass each : within) {
            TableContribution fragment = fragments.getOrDefault(each, new TableContribution());
            parts.addAll(copied && !each.equals(entity) ? fragment.inherited() : fragment);
        }
        List<TypeElement> hierarchy =
                within.stream().flatMap(each -> each.own().stream()).distinct().toList();
        Optional<AnnotationUse> said = entity.marks().one("Table");
        Optional<String> comment = said.flatMap(use -> use.optionalText("comment"))
                .or(() -> entity.marks().hibernate("Comment").flatMap(use -> use.optionalText("value")))
                .or(() -> additional(entity).flatMap(use -> use.optionalText("comment")));
        TableOptions options = new TableOptions(jpa.context(), jpa.readers().broken());
        TableStorage storage = additional(entity).map(options::storage).orElse(TableStorage.DEFAULT);
        TableDraft table = builder.begin(entity.element(), hierarchy, entity.table(), storage, comment, parts, true);
        additional(entity).ifPresent(use -> options.read(table, use));
        sites(table, entity, said);
        ReadContext context = jpa.context();
        SourceLocation site = SourceLocation.of(entity.element());
        if (entity.parent().isEmpty() && Discriminators.isNeeded(entity)) {
            discriminators.add(entity, table, parts);
        }
        if (entity.strategy() == InheritanceStrategy.JOINED && entity.parent().isPresent()) {
            joined(entity, entity.parent().get(), table, site);
        } else {
            List<String> key =
                    keys.of(entity).stream().map(PrimaryKeyColumn::name).toList();
            builder.key(table, key, site);
            if (key.isEmpty()) {
                jpa.readers().broken().add(table.path());
            }
        }
        builder.constraints(table, parts);
        if (entity.parent().isEmpty() || entity.strategy() == InheritanceStrategy.TABLE_PER_CLASS) {
            softDeletes.add(entity.root().marks(), table);
        }
        said.ifPresent(use -> new TableExtras(jpa, builder).read(table, use));
        jpa.readers().hints().renamedObject(entity.element(), table.path());
        context.sites().put(table.path(), site);
        parts.secondary().forEach(each -> additional.add(each.build(jpa, builder)));
        return table;
    }

    /** Tenon's {@code @Table}, in addition to that of Jakarta Persistence. */
    private Optional<AnnotationUse> additional(EntityClass entity) {
        return jpa.context().annotations().find(entity.element(), "Table");
    }

    private void sites(TableDraft table, EntityClass entity, Optional<AnnotationUse> said) {
        said.ifPresent(use -> jpa.context().sites().put(table.path(), "name", use.site("name")));
        said.ifPresent(use -> jpa.context().sites().put(table.path(), "schema", use.site("schema")));
        jpa.context().sites().put(table.path(), SourceLocation.of(entity.element()));
    }

    /** The key of a joined table is the key of the table above, which it references. */
    private void joined(EntityClass entity, EntityClass parent, TableDraft table, SourceLocation site) {
        List<PrimaryKeyColumn> own = keys.of(entity);
        List<String> names = new ArrayList<>();
        for (PrimaryKeyColumn column : own) {
            if (table.column(column.name()).isEmpty()) {
                table.addFirst(Column.of(column.name(), column.type()), names.size(), site);
            }
            names.add(column.name());
        }
        builder.key(table, names, site);
        List<AnnotationUse> said = new ArrayList<>(entity.marks().all("PrimaryKeyJoinColumn"));
        entity.marks().one("PrimaryKeyJoinColumns").ifPresent(said::add);
        ForeignKeys foreignKey = ForeignKeys.in(jpa, "foreignKey", said);
        if (foreignKey.wanted() && !names.isEmpty()) {
            builder.reference(
                    table,
                    new EntityReference(
                            names,
                            parent,
                            keys.of(parent).stream().map(PrimaryKeyColumn::name).toList(),
                            foreignKey.name(),
                            JoinColumns.onDelete(entity.marks()),
                            site));
        }
    }
}
