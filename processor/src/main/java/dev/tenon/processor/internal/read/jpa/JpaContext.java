package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.SharedReaders;
import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.BasicReader;
import dev.tenon.processor.internal.read.jpa.attribute.EntityClasses;
import dev.tenon.processor.internal.read.jpa.attribute.HibernateLine;
import dev.tenon.processor.internal.read.jpa.attribute.JpaAnnotationLookup;
import dev.tenon.processor.internal.read.jpa.attribute.JpaNaming;
import dev.tenon.processor.internal.read.jpa.attribute.OverrideLog;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import dev.tenon.processor.internal.read.jpa.attribute.ValidationMarks;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * The services that the readers of this package share.
 *
 * @param readers the readers of Tenon's own annotations
 * @param line the line of Hibernate ORM that runs the entities
 * @param naming derives names
 * @param lookup looks up the annotations of elements
 * @param entities the entities
 * @param basics reads the types of single values
 * @param overrides records the applied overrides
 */
record JpaContext(
        SharedReaders readers,
        HibernateLine line,
        JpaNaming naming,
        JpaAnnotationLookup lookup,
        EntityClasses entities,
        BasicReader basics,
        OverrideLog overrides) {

    ReadContext context() {
        return readers.context();
    }

    void error(DiagnosticCode code, SourceLocation site, String problem, String remedy) {
        context().diagnostics().error(code, site, problem, remedy);
    }

    /** What annotations of Jakarta Validation say about the attribute, if the compilation asks for them. */
    ValidationMarks validation(PersistentAttribute member) {
        return ValidationMarks.on(member.element(), context(), lookup.options());
    }

    Optional<AnnotationUse> inner(AnnotationUse outer, String attribute) {
        return context().annotations().inner(outer, attribute);
    }

    List<AnnotationUse> nested(AnnotationUse outer, String attribute) {
        return context().annotations().nested(outer, attribute);
    }
}
