package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.DerivedIdentifiers;
import dev.tenon.processor.internal.read.jpa.attribute.EntityClass;
import dev.tenon.processor.internal.read.jpa.attribute.HibernateLine;
import dev.tenon.processor.internal.read.jpa.attribute.JpaAnnotations;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import dev.tenon.processor.internal.read.structure.GeneratorSequence;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SequenceOptions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the sequences and tables of generated keys. */
final class Generators {

    private static final int DEFAULT_ALLOCATION = 50;
    private static final Set<String> NUMBERS = Set.of(
            "int",
            "long",
            "short",
            "byte",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short",
            "java.lang.Byte",
            "java.math.BigInteger",
            "java.math.BigDecimal");

    private final JpaContext jpa;
    private final Map<String, AnnotationUse> sequenceGenerators = new LinkedHashMap<>();
    private final Map<String, AnnotationUse> tableGenerators = new LinkedHashMap<>();
    private final Map<String, AnnotationUse> genericGenerators = new LinkedHashMap<>();
    private final Map<QualifiedName, GeneratorSequence> sequences = new TreeMap<>();
    private final Map<QualifiedName, GeneratorTable> tables = new TreeMap<>();

    Generators(JpaContext jpa) {
        this.jpa = jpa;
    }

    /** The sequences. */
    List<GeneratorSequence> sequences() {
        return List.copyOf(sequences.values());
    }

    /** The tables of {@code @TableGenerator}. */
    List<GeneratorTable> tables() {
        return List.copyOf(tables.values());
    }

    /** Reads all generators; the names of generators are global to all entities. */
    void read(Collection<EntityClass> entities) {
        jpa.readers().packages().elements().forEach(this::define);
        for (EntityClass entity : entities) {
            entity.own().forEach(this::define);
            entity.members().forEach(this::define);
        }
        for (EntityClass entity : entities) {
            DerivedIdentifiers derived = DerivedIdentifiers.in(entity.members());
            entity.members().stream()
                    .filter(member -> !derived.isWholeKey(member))
                    .forEach(member -> read(entity, member));
        }
    }

    /** Parts of an embedded key are generated like whole keys. */
    private void read(EntityClass entity, PersistentAttribute member) {
        member.marks().one("GeneratedValue").ifPresent(use -> read(entity, member, use));
        parts(member).forEach(part -> read(entity, part));
    }

    private void define(PersistentAttribute member) {
        define(member.element());
        parts(member).forEach(this::define);
    }

    private List<PersistentAttribute> parts(PersistentAttribute member) {
        return member.marks().has("EmbeddedId") && member.type() instanceof DeclaredType type
                ? jpa.entities().embedded(type, member)
                : List.of();
    }

    private void define(Element element) {
        JpaAnnotations marks = jpa.lookup().of(element);
        marks.hasAny("SequenceGenerators", "TableGenerators");
        marks.allOfHibernate("GenericGenerator").forEach(use -> genericGenerators.putIfAbsent(use.text("name"), use));
        marks.all("SequenceGenerator").forEach(use -> sequenceGenerators.putIfAbsent(use.text("name"), use));
        marks.all("TableGenerator").forEach(use -> tableGenerators.putIfAbsent(use.text("name"), use));
    }

    private void read(EntityClass entity, PersistentAttribute member, AnnotationUse use) {
        String name = use.text("generator").strip();
        switch (use.constant("strategy")) {
            case "SEQUENCE" -> sequence(entity, member, use, name);
            case "TABLE" -> table(entity, member, use, name);
            case "IDENTITY" -> identity(entity, member, use);
            case "UUID" -> {}
            default -> automatic(entity, member, use, name);
        }
    }

    private void automatic(EntityClass entity, PersistentAttribute member, AnnotationUse use, String name) {
        Optional<AnnotationUse> generic = GenericGenerator.of(member, name, genericGenerators);
        if (generic.isPresent()) {
            generic(entity, member, use, new GenericGenerator(generic.get()));
        } else if (!GenericGenerator.isOwn(jpa, member) && !name.isEmpty() && tableGenerators.containsKey(name)) {
            table(entity, member, use, name);
        } else if (!GenericGenerator.isOwn(jpa, member) && NUMBERS.contains(plain(member.type()))) {
            sequence(entity, member, use, name);
        }
    }

    private void generic(EntityClass entity, PersistentAttribute member, AnnotationUse use, GenericGenerator said) {
        switch (said.kind()) {
            case IDENTITY -> identity(entity, member, use);
            case SEQUENCE ->
                add(
                        said.schema()
                                .map(jpa.naming()::physical)
                                .or(() -> jpa.readers().packages().schemaName(entity.element())),
                        jpa.naming().physical(said.sequence()),
                        said.start(),
                        said.step(),
                        said.use().site());
            case TABLE -> add(GeneratorTable.of(jpa, entity, said));
            case OTHER -> {}
        }
    }

    private static String plain(TypeMirror type) {
        return type.toString().replaceAll("@\\S+ ", "");
    }

    private void identity(EntityClass entity, PersistentAttribute member, AnnotationUse use) {
        if (entity.root().isSpread()) {
            jpa.error(
                    DiagnosticCode.JPA_INHERITANCE,
                    use.site(),
                    "identity columns of several tables generate duplicate keys",
                    "use a sequence for the keys of a TABLE_PER_CLASS hierarchy");
        } else if (!NUMBERS.contains(plain(member.type()))
                || plain(member.type()).startsWith("java.math")) {
            jpa.error(
                    DiagnosticCode.JPA_GENERATOR,
                    use.site(),
                    member.name() + " of type " + member.type() + " cannot be an identity column",
                    "make it a short, int or long");
        }
    }

    private void sequence(EntityClass entity, PersistentAttribute member, AnnotationUse use, String name) {
        Optional<AnnotationUse> said = generator("SequenceGenerator", entity, member, name, sequenceGenerators);
        Optional<String> schema = said.flatMap(each -> each.optionalText("schema"))
                .map(jpa.naming()::physical)
                .or(() -> jpa.readers().packages().schemaName(entity.element()));
        String own = said.flatMap(each -> each.optionalText("sequenceName").or(() -> each.optionalText("name")))
                .or(() -> Optional.of(name).filter(text -> !text.isEmpty()))
                .map(jpa.naming()::physical)
                .orElseGet(() -> ownName(entity));
        long start = said.map(each -> each.number("initialValue")).orElse(1);
        long step = said.map(each -> each.number("allocationSize")).orElse(DEFAULT_ALLOCATION);
        add(schema, own, start, step, said.map(AnnotationUse::site).orElseGet(use::site));
    }

    private void add(Optional<String> schema, String name, long start, long step, SourceLocation site) {
        try {
            SequenceOptions options = new SequenceOptions(
                            Optional.of(start), step, Optional.empty(), Optional.empty(), 1, false)
                    .normal(ColumnType.builtin("bigint"));
            GeneratorSequence sequence = new GeneratorSequence(
                    new QualifiedName(schema.orElse(QualifiedName.DEFAULT_SCHEMA), name), options, site);
            GeneratorSequence before = sequences.putIfAbsent(sequence.name(), sequence);
            if (before != null && !before.options().equals(options)) {
                refuse(site, "sequence " + sequence.name().display() + " is declared twice with different increments");
            }
        } catch (IllegalArgumentException impossible) {
            refuse(site, String.valueOf(impossible.getMessage()));
        }
    }

    private String ownName(EntityClass entity) {
        return jpa.naming().composed(entity.root().tableName().name(), "SEQ");
    }

    private void table(EntityClass entity, PersistentAttribute member, AnnotationUse use, String name) {
        Optional<AnnotationUse> said = generator("TableGenerator", entity, member, name, tableGenerators);
        GeneratorTable table =
                GeneratorTable.of(jpa, entity, said, said.orElse(use).site());
        add(table);
    }

    private void add(GeneratorTable table) {
        GeneratorTable before = tables.putIfAbsent(table.name(), table);
        if (before != null && !before.isLike(table)) {
            refuse(table.site(), "table " + table.name().display() + " is declared twice with different columns");
        }
    }

    private Optional<AnnotationUse> generator(
            String kind,
            EntityClass entity,
            PersistentAttribute member,
            String name,
            Map<String, AnnotationUse> known) {
        if (name.isEmpty() && jpa.line() == HibernateLine.SIX) {
            // A generator that the value does not name is not its own there.
            return Optional.empty();
        }
        Optional<AnnotationUse> here = member.marks().all(kind).stream()
                .filter(use -> name.isEmpty()
                        || use.text("name").isEmpty()
                        || use.text("name").equals(name))
                .findFirst();
        if (here.isPresent() || !name.isEmpty()) {
            return here.or(() -> Optional.ofNullable(known.get(name)));
        }
        for (TypeElement each : entity.own()) {
            Optional<AnnotationUse> onClass = jpa.lookup().of(each).one(kind);
            if (onClass.isPresent()) {
                return onClass;
            }
        }
        return Optional.empty();
    }

    private void refuse(SourceLocation site, String problem) {
        jpa.error(DiagnosticCode.JPA_GENERATOR, site, problem, "declare the generator once, or rename one of the two");
    }
}
