package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.AnnotationUse;
import dev.tenon.processor.read.ReadContext;
import dev.tenon.processor.read.Workshop;
import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Site;
import java.util.List;
import java.util.Optional;

/**
 * The services that the readers of this package share.
 *
 * @param shop the readers of Tenon's own annotations
 * @param naming derives names
 * @param lookup looks up the annotations of elements
 * @param entities the entities
 * @param basics reads the types of single values
 * @param overrides records the applied overrides
 */
record Workbench(
        Workshop shop,
        JpaNaming naming,
        Lookup lookup,
        EntityClasses entities,
        BasicReader basics,
        OverrideLog overrides) {

    ReadContext context() {
        return shop.context();
    }

    void error(Code code, Site site, String problem, String remedy) {
        context().diagnostics().error(code, site, problem, remedy);
    }

    Optional<AnnotationUse> inner(AnnotationUse outer, String attribute) {
        return context().annotations().inner(outer, attribute);
    }

    List<AnnotationUse> nested(AnnotationUse outer, String attribute) {
        return context().annotations().nested(outer, attribute);
    }
}
