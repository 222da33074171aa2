package dev.tenon.processor.internal.write;

import dev.tenon.annotation.ColumnRef;
import dev.tenon.processor.internal.read.structure.EntityNames;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.Diagnostics;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.processor.internal.report.SourceProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Optional;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Writes the class {@code Entity_}: the names of the table and of its columns as constants for annotations, and a typed
 * reference to each column.
 */
public final class MetamodelWriter {

    private final ProcessingEnvironment environment;
    private final Diagnostics diagnostics;
    private final String generator;
    private final TypeAccessibility access;

    /**
     * A writer for one round.
     *
     * @param generator the full name of the processor, for {@code @Generated}
     */
    public MetamodelWriter(ProcessingEnvironment environment, Diagnostics diagnostics, String generator) {
        this.environment = environment;
        this.diagnostics = diagnostics;
        this.generator = generator;
        this.access = new TypeAccessibility(environment.getElementUtils());
    }

    /** Writes the class for one entity. */
    public void write(EntityNames outline) {
        TypeElement entity = outline.entity();
        String packageName = environment
                .getElementUtils()
                .getPackageOf(entity)
                .getQualifiedName()
                .toString();
        String name = name(entity);
        String qualified = packageName.isEmpty() ? name : packageName + "." + name;
        try (Writer source =
                environment.getFiler().createSourceFile(qualified, entity).openWriter()) {
            source.write(text(packageName, name, outline));
        } catch (FilerException taken) {
            diagnostics.error(new SourceProblem(
                    DiagnosticCode.METAMODEL,
                    SourceLocation.of(entity),
                    "class " + qualified + " already exists, written by hand or by another processor",
                    "remove that class, or disable the generated classes with -Atenon.metamodel=false"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String text(String packageName, String name, EntityNames outline) {
        GeneratedImports imports = new GeneratedImports(packageName, name);
        String body = body(imports, name, outline);
        String head = packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
        return head + imports.declarations() + "\n" + body;
    }

    private String body(GeneratedImports imports, String name, EntityNames outline) {
        TypeElement entity = outline.entity();
        StringBuilder body = new StringBuilder();
        body.append("/** The names of a table and its columns. */\n");
        generated(entity)
                .ifPresent(annotation -> body.append("@")
                        .append(imports.name(annotation))
                        .append("(\"")
                        .append(generator)
                        .append("\")\n"));
        body.append(access.isPublic(entity) ? "public " : "")
                .append("final class ")
                .append(name)
                .append(" {\n");
        JavaNames names = new JavaNames();
        String text = imports.name("java.lang.String");
        constant(body, text, names.constant("table"), outline.table().name());
        for (EntityNames.Item column : outline.columns()) {
            constant(body, text, names.constant(column.name()), column.name());
        }
        if (access.isVisible(entity, entity)) {
            String owner = imports.name(any(entity));
            for (EntityNames.Item column : outline.columns()) {
                reference(body, imports, names.variable(column.name()), owner, outline, column);
            }
        }
        return body.append("\n    private ").append(name).append("() {}\n}\n").toString();
    }

    private static void constant(StringBuilder body, String type, String name, String value) {
        body.append("    public static final ")
                .append(type)
                .append(' ')
                .append(name)
                .append(" = ");
        JavaLiteral.append(body, value).append(";\n");
    }

    /** Type arguments are explicit, because a diamond costs javac an inference for each column. */
    private void reference(
            StringBuilder body,
            GeneratedImports imports,
            String name,
            String owner,
            EntityNames outline,
            EntityNames.Item column) {
        Optional<String> value = column.type()
                .filter(type -> access.isVisible(type, outline.entity()))
                .map(type -> imports.name(boxed(type)));
        String reference = imports.name(ColumnRef.class.getName()) + "<" + owner + ", ";
        body.append("    public static final ")
                .append(reference)
                .append(value.orElse("?"))
                .append("> ");
        body.append(name).append(" = new ").append(reference);
        body.append(value.orElseGet(() -> imports.name("java.lang.Object"))).append(">(");
        JavaLiteral.append(body, outline.table().schema()).append(", ");
        JavaLiteral.append(body, outline.table().name()).append(", ");
        JavaLiteral.append(body, column.name()).append(");\n");
    }

    /** The entity's type, with wildcards for its type parameters. */
    private TypeMirror any(TypeElement entity) {
        Types types = environment.getTypeUtils();
        TypeMirror[] wildcards = entity.getTypeParameters().stream()
                .map(parameter -> types.getWildcardType(null, null))
                .toArray(TypeMirror[]::new);
        return types.getDeclaredType(entity, wildcards);
    }

    private TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? environment.getTypeUtils().boxedClass(primitive).asType()
                : type;
    }

    private Optional<TypeElement> generated(TypeElement entity) {
        Elements elements = environment.getElementUtils();
        return Optional.ofNullable(
                elements.getTypeElement(elements.getModuleOf(entity), "javax.annotation.processing.Generated"));
    }

    private static String name(TypeElement entity) {
        StringBuilder name = new StringBuilder();
        for (Element each = entity; each instanceof TypeElement; each = each.getEnclosingElement()) {
            name.insert(0, each.getSimpleName() + "_");
        }
        return name.toString();
    }
}
