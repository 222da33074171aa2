package dev.tenon.processor.internal.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.tenon.annotation.ColumnRef;
import dev.tenon.processor.internal.read.structure.EntityNames;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.Diagnostics;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.processor.internal.report.SourceProblem;
import dev.tenon.schema.QualifiedName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Writes the class {@code Entity_}: the names of the table and of its columns as constants for annotations, and a typed
 * reference to each column.
 */
public final class MetamodelWriter {

    private static final ClassName TEXT = ClassName.get(String.class);
    private static final ClassName COLUMN = ClassName.get(ColumnRef.class);
    private static final TypeName ANY = WildcardTypeName.subtypeOf(ClassName.OBJECT);
    private static final AnnotationSpec UNCHECKED = AnnotationSpec.builder(SuppressWarnings.class)
            .addMember("value", "{\"rawtypes\", \"unchecked\"}")
            .build();
    private static final Modifier[] CONSTANT = {Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL};
    private static final MethodSpec CONSTRUCTOR =
            MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build();

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
        PackageElement home = environment.getElementUtils().getPackageOf(entity);
        ClassName name = ClassName.get(home.getQualifiedName().toString(), simpleName(entity));
        try {
            JavaFile.builder(name.packageName(), type(name, outline))
                    .indent("    ")
                    .build()
                    .writeTo(environment.getFiler());
        } catch (FilerException taken) {
            diagnostics.error(new SourceProblem(
                    DiagnosticCode.METAMODEL,
                    SourceLocation.of(entity),
                    "class " + name.canonicalName() + " already exists, written by hand or by another processor",
                    "remove that class, or disable the generated classes with -Atenon.metamodel=false"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private TypeSpec type(ClassName name, EntityNames outline) {
        TypeElement entity = outline.entity();
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("The names of a table and its columns.")
                .addModifiers(Modifier.FINAL)
                .addOriginatingElement(entity);
        generated(entity).ifPresent(type::addAnnotation);
        if (access.isPublic(entity)) {
            type.addModifiers(Modifier.PUBLIC);
        }
        JavaNames names = new JavaNames();
        type.addField(constant(names.constant("table"), outline.table().name()));
        for (EntityNames.Item column : outline.columns()) {
            type.addField(constant(names.constant(column.name()), column.name()));
        }
        if (access.isVisible(entity, entity)) {
            type.addAnnotation(UNCHECKED);
            TypeName owner = TypeName.get(any(entity));
            for (EntityNames.Item column : outline.columns()) {
                type.addField(reference(names.variable(column.name()), owner, outline, column));
            }
        }
        return type.addMethod(CONSTRUCTOR).build();
    }

    private static FieldSpec constant(String name, String value) {
        return FieldSpec.builder(TEXT, name, CONSTANT)
                .initializer("$L", JavaLiteral.of(value))
                .build();
    }

    /**
     * The created object has no type arguments: a diamond costs javac an inference for each column, and arguments cost JavaPoet
     * as much again as those of the declared type.
     */
    private FieldSpec reference(String name, TypeName owner, EntityNames outline, EntityNames.Item column) {
        TypeName value = column.type()
                .filter(type -> access.isVisible(type, outline.entity()))
                .map(type -> TypeName.get(type).box())
                .orElse(ANY);
        return FieldSpec.builder(ParameterizedTypeName.get(COLUMN, owner, value), name, CONSTANT)
                .initializer("new $T$L", COLUMN, arguments(outline.table(), column.name()))
                .build();
    }

    private static String arguments(QualifiedName table, String column) {
        return "(" + JavaLiteral.of(table.schema()) + ", " + JavaLiteral.of(table.name()) + ", "
                + JavaLiteral.of(column) + ")";
    }

    /** The entity's type, with wildcards for its type parameters. */
    private TypeMirror any(TypeElement entity) {
        Types types = environment.getTypeUtils();
        TypeMirror[] wildcards = entity.getTypeParameters().stream()
                .map(parameter -> types.getWildcardType(null, null))
                .toArray(TypeMirror[]::new);
        return types.getDeclaredType(entity, wildcards);
    }

    private Optional<AnnotationSpec> generated(TypeElement entity) {
        Elements elements = environment.getElementUtils();
        return Optional.ofNullable(
                        elements.getTypeElement(elements.getModuleOf(entity), "javax.annotation.processing.Generated"))
                .map(annotation -> AnnotationSpec.builder(ClassName.get(annotation))
                        .addMember("value", "$S", generator)
                        .build());
    }

    private static String simpleName(TypeElement entity) {
        StringBuilder name = new StringBuilder();
        for (Element each = entity; each instanceof TypeElement; each = each.getEnclosingElement()) {
            name.insert(0, each.getSimpleName() + "_");
        }
        return name.toString();
    }
}
