package dev.tenon.processor.internal.read.structure;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.processor.internal.read.annotation.UnresolvedNames;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.processor.internal.report.SourceProblem;
import dev.tenon.schema.internal.derive.NamingStrategy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Reads the fields of one entity, its superclasses and its embedded types. A reader serves one entity. */
public final class EntityStructureReader {

    /** The annotations that determine the names of columns. */
    private static final List<String> NAMING = List.of("Column", "Embedded");

    private final Types types;
    private final Annotations annotations;
    private final NamingStrategy naming;
    private final List<Property> properties = new ArrayList<>();
    private final List<EmbeddedProperty> embeddings = new ArrayList<>();
    private final List<SourceProblem> problems = new ArrayList<>();
    private final Deque<TypeElement> within = new ArrayDeque<>();

    /** The position of the walk in an entity: the prefixes of paths and of column names. */
    private record Prefix(String path, String column) {}

    private EntityStructureReader(Types types, Annotations annotations, NamingStrategy naming) {
        this.types = types;
        this.annotations = annotations;
        this.naming = naming;
    }

    /** The structure of an entity, with its problems. */
    public static EntityStructure read(
            TypeElement entity, Types types, Annotations annotations, NamingStrategy naming) {
        if (entity.getKind() == ElementKind.INTERFACE) {
            return InterfaceStructureReader.read(entity, types, annotations, naming);
        }
        EntityStructureReader reader = new EntityStructureReader(types, annotations, naming);
        List<TypeElement> hierarchy = reader.hierarchy(entity);
        reader.walk((DeclaredType) entity.asType(), hierarchy, new Prefix("", ""));
        return new EntityStructure(entity, hierarchy, reader.properties, reader.embeddings, reader.problems);
    }

    private List<TypeElement> hierarchy(TypeElement type) {
        Deque<TypeElement> hierarchy = new ArrayDeque<>();
        hierarchy.addFirst(type);
        TypeMirror parent = type.getSuperclass();
        while (parent.getKind() == TypeKind.DECLARED) {
            TypeElement element = (TypeElement) types.asElement(parent);
            if (element.getQualifiedName().toString().startsWith("java.lang.")) {
                break;
            }
            if (annotations.marksEntity(element)) {
                problems.add(new SourceProblem(
                        DiagnosticCode.NOT_AN_ENTITY,
                        SourceLocation.of(type),
                        type.getSimpleName() + " extends " + element.getSimpleName() + ", which has a table of its own",
                        "move the shared fields to a superclass that is not an entity"));
                break;
            }
            hierarchy.addFirst(element);
            parent = element.getSuperclass();
        }
        if (parent.getKind() == TypeKind.ERROR) {
            problems.add(UnresolvedNames.problem(SourceLocation.of(hierarchy.getFirst()), parent.toString()));
        }
        return List.copyOf(hierarchy);
    }

    private void walk(DeclaredType seenAs, List<TypeElement> hierarchy, Prefix prefix) {
        for (TypeElement type : hierarchy) {
            for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
                if (isMapped(field)) {
                    read(field, types.asMemberOf(seenAs, field), prefix);
                }
            }
        }
    }

    private boolean isMapped(VariableElement field) {
        Set<Modifier> modifiers = field.getModifiers();
        return !modifiers.contains(Modifier.STATIC)
                && !modifiers.contains(Modifier.TRANSIENT)
                && !KotlinDelegates.isDelegate(field)
                && !annotations.has(field, "Transient");
    }

    private void read(VariableElement field, TypeMirror type, Prefix prefix) {
        String path = prefix.path() + field.getSimpleName();
        for (AnnotationUse use : annotations.findAny(field, NAMING)) {
            UnresolvedNames.values(use.mirror(), use.site()).forEach(site -> problems.add(UnresolvedNames.value(site)));
        }
        Optional<AnnotationUse> embedded = annotations.find(field, "Embedded");
        if (embedded.isPresent()) {
            String columns = prefix.column() + embedded.get().text("prefix");
            embed(field, type, embedded.get(), new Prefix(path + ".", columns));
            return;
        }
        String name = annotations
                .find(field, "Column")
                .flatMap(column -> column.optionalText("name"))
                .orElseGet(() -> naming.derive(field.getSimpleName().toString()));
        properties.add(new Property(path, field, type, prefix.column() + name));
    }

    private void embed(VariableElement field, TypeMirror type, AnnotationUse embedded, Prefix prefix) {
        if (UnresolvedNames.in(type)) {
            problems.add(UnresolvedNames.problem(SourceLocation.of(field), type.toString()));
            return;
        }
        if (!(types.asElement(type) instanceof TypeElement element)
                || !(element.getKind() == ElementKind.CLASS || element.getKind() == ElementKind.RECORD)
                || element.getQualifiedName().toString().startsWith("java.")) {
            problem(embedded, type + " cannot be embedded", "embed a class or record whose fields are columns");
            return;
        }
        if (within.contains(element)) {
            problem(embedded, type + " embeds itself", "break the cycle");
            return;
        }
        int before = properties.size();
        within.push(element);
        walk((DeclaredType) type, hierarchy(element), prefix);
        within.pop();
        List<String> columns = properties.subList(before, properties.size()).stream()
                .map(Property::column)
                .toList();
        if (columns.isEmpty()) {
            problem(
                    embedded,
                    type + " has no fields that map to columns",
                    "add fields to it, or remove the embedded field");
        }
        embeddings.add(
                new EmbeddedProperty(prefix.path().substring(0, prefix.path().length() - 1), field, columns));
    }

    private void problem(AnnotationUse use, String problem, String remedy) {
        problems.add(new SourceProblem(DiagnosticCode.EMBEDDED, use.site(), problem, remedy));
    }
}
