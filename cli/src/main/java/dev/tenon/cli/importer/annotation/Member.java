package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * A column as a member of a class.
 *
 * @param name the Java name
 * @param type the Java type
 * @param annotations the annotations of the member
 */
public record Member(String name, TypeName type, List<AnnotationSpec> annotations) {
    public Member {
        annotations = List.copyOf(annotations);
    }
}
