package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;

/**
 * A generator of keys that Hibernate's {@code @GenericGenerator} names by its class or a short name.
 *
 * @param use the annotation
 */
record GenericGenerator(AnnotationUse use) {

    private static final String META = "org.hibernate.annotations.IdGeneratorType";
    private static final int STEP = 50;

    private static final Set<String> IDENTITY = Set.of("identity", "org.hibernate.id.IdentityGenerator");

    private static final Set<String> SEQUENCE = Set.of(
            "sequence",
            "native",
            "enhanced-sequence",
            "seqhilo",
            "org.hibernate.id.enhanced.SequenceStyleGenerator",
            "org.hibernate.id.NativeGenerator");

    private static final Set<String> TABLE =
            Set.of("table", "enhanced-table", "org.hibernate.id.enhanced.TableGenerator");

    /** What a generator needs in the schema. */
    enum Kind {
        IDENTITY,
        SEQUENCE,
        TABLE,
        OTHER
    }

    /** The generator that the attribute names, on the attribute or elsewhere. */
    static Optional<AnnotationUse> of(PersistentAttribute member, String name, Map<String, AnnotationUse> known) {
        return member.marks().allOfHibernate("GenericGenerator").stream()
                .filter(use -> use.text("name").equals(name))
                .findFirst()
                .or(() -> Optional.ofNullable(known.get(name)));
    }

    /** Whether another annotation on the attribute brings a generator, which needs nothing in the schema. */
    static boolean isOwn(JpaContext jpa, PersistentAttribute member) {
        return jpa.context().annotations().startingWith(member.element(), "").stream()
                .flatMap(each -> each.mirror().getAnnotationType().asElement().getAnnotationMirrors().stream())
                .anyMatch(meta -> meta.getAnnotationType().toString().equals(META));
    }

    Kind kind() {
        String name = use.type("type")
                .map(Object::toString)
                .filter(text -> !text.equals("org.hibernate.generator.Generator"))
                .orElseGet(() -> use.text("strategy"));
        if (IDENTITY.contains(name)) {
            return Kind.IDENTITY;
        }
        if (SEQUENCE.contains(name)) {
            return Kind.SEQUENCE;
        }
        return TABLE.contains(name) ? Kind.TABLE : Kind.OTHER;
    }

    /** The name of the sequence; if none is declared, the name of the generator. */
    String sequence() {
        return parameter("sequence_name").or(() -> parameter("sequence")).orElseGet(() -> use.text("name"));
    }

    Optional<String> schema() {
        return parameter("schema");
    }

    long start() {
        return parameter("initial_value").map(Long::parseLong).orElse(1L);
    }

    long step() {
        return parameter("increment_size").map(Long::parseLong).orElse((long) STEP);
    }

    Optional<String> parameter(String name) {
        return use.annotations("parameters").stream()
                .filter(each -> text(each, "name").equals(name))
                .map(each -> text(each, "value").strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static String text(AnnotationMirror mirror, String attribute) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> each :
                mirror.getElementValues().entrySet()) {
            if (each.getKey().getSimpleName().contentEquals(attribute)) {
                return String.valueOf(each.getValue().getValue());
            }
        }
        return "";
    }
}
