package dev.tenon.processor.write;

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
import dev.tenon.processor.read.Outline;
import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Diagnostics;
import dev.tenon.processor.report.Problem;
import dev.tenon.processor.report.Site;
import dev.tenon.schema.QualifiedName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Writes the class {@code Entity_}: the table's and the columns' names as constants, which annotations may use, and
 * each column once more with the Java types that belong to it.
 */
public final class Metamodel {

    private static final Modifier[] CONSTANT = {Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL};

    private final ProcessingEnvironment environment;
    private final Diagnostics diagnostics;
    private final String generator;
    private final Access access;

    /**
     * A writer for one round.
     *
     * @param generator the full name of the processor, for {@code @Generated}
     */
    public Metamodel(ProcessingEnvironment environment, Diagnostics diagnostics, String generator) {
        this.environment = environment;
        this.diagnostics = diagnostics;
        this.generator = generator;
        this.access = new Access(environment.getElementUtils());
    }

    /** Writes the class for one entity. */
    public void write(Outline outline) {
        TypeElement entity = outline.entity();
        ClassName name = name(entity);
        try {
            JavaFile.builder(name.packageName(), type(name, outline))
                    .skipJavaLangImports(true)
                    .indent("    ")
                    .build()
                    .writeTo(environment.getFiler());
        } catch (FilerException taken) {
            diagnostics.error(new Problem(
                    Code.METAMODEL,
                    Site.of(entity),
                    "there is a class " + name.canonicalName() + " already, from another processor or by hand",
                    "remove that one, or switch these classes off with -Atenon.metamodel=false"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private TypeSpec type(ClassName name, Outline outline) {
        TypeElement entity = outline.entity();
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addOriginatingElement(entity)
                .addModifiers(Modifier.FINAL)
                .addJavadoc(
                        "The names of table {@code $L} and its columns.\n",
                        outline.table().display())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        if (access.isPublic(entity)) {
            type.addModifiers(Modifier.PUBLIC);
        }
        generated(entity).ifPresent(type::addAnnotation);
        JavaNames names = new JavaNames();
        type.addField(text(names.constant("table"), outline.table().name()));
        outline.columns().forEach(column -> type.addField(text(names.constant(column.name()), column.name())));
        if (access.isVisible(entity, entity)) {
            outline.columns()
                    .forEach(column ->
                            type.addField(reference(names.variable(column.name()), entity, outline.table(), column)));
        }
        return type.build();
    }

    private static FieldSpec text(String constant, String value) {
        return FieldSpec.builder(String.class, constant, CONSTANT)
                .initializer("$S", value)
                .build();
    }

    private FieldSpec reference(String variable, TypeElement entity, QualifiedName table, Outline.Item column) {
        TypeName type = ParameterizedTypeName.get(
                ClassName.get(ColumnRef.class),
                TypeName.get(any(entity)),
                column.type()
                        .filter(each -> access.isVisible(each, entity))
                        .map(Metamodel::boxed)
                        .orElse(WildcardTypeName.subtypeOf(Object.class)));
        return FieldSpec.builder(type, variable, CONSTANT)
                .initializer("new $T<>($S, $S, $S)", ColumnRef.class, table.schema(), table.name(), column.name())
                .build();
    }

    /** The entity's type, with wildcards for its type parameters. */
    private TypeMirror any(TypeElement entity) {
        Types types = environment.getTypeUtils();
        TypeMirror[] wildcards = entity.getTypeParameters().stream()
                .map(parameter -> types.getWildcardType(null, null))
                .toArray(TypeMirror[]::new);
        return types.getDeclaredType(entity, wildcards);
    }

    private static TypeName boxed(TypeMirror type) {
        return TypeName.get(type).box();
    }

    private Optional<AnnotationSpec> generated(TypeElement entity) {
        Elements elements = environment.getElementUtils();
        String annotation = "javax.annotation.processing.Generated";
        return Optional.ofNullable(elements.getTypeElement(elements.getModuleOf(entity), annotation))
                .map(type -> AnnotationSpec.builder(ClassName.get(type))
                        .addMember("value", "$S", generator)
                        .build());
    }

    private static ClassName name(TypeElement entity) {
        ClassName own = ClassName.get(entity);
        return ClassName.get(own.packageName(), String.join("_", own.simpleNames()) + "_");
    }
}
