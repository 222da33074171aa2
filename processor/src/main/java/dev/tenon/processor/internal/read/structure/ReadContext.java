package dev.tenon.processor.internal.read.structure;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.processor.internal.read.annotation.UnresolvedNames;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.Diagnostics;
import dev.tenon.processor.internal.report.SourceLocations;
import dev.tenon.schema.internal.derive.NamingStrategy;
import java.util.Optional;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The services that every reader needs.
 *
 * @param elements javac's elements
 * @param types javac's types
 * @param annotations finds annotations
 * @param naming derives names
 * @param diagnostics reports problems
 * @param sites records the source of each object of the model
 */
public record ReadContext(
        Elements elements,
        Types types,
        Annotations annotations,
        NamingStrategy naming,
        Diagnostics diagnostics,
        SourceLocations sites) {

    /** A required string; reports a blank one. */
    public Optional<String> required(AnnotationUse use, String attribute) {
        Optional<String> text = use.optionalText(attribute);
        if (text.isEmpty() && UnresolvedNames.values(use.mirror(), use.site()).isEmpty()) {
            diagnostics.error(
                    DiagnosticCode.BLANK,
                    use.site(attribute),
                    "the " + attribute + " of " + Annotations.written(use) + " is blank",
                    "write a value, or remove the annotation");
        }
        return text;
    }
}
