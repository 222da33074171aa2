package dev.tenon.processor.read;

import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Diagnostics;
import dev.tenon.processor.report.Sites;
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
        Sites sites) {

    /** A required string; reports a blank one. */
    public Optional<String> required(AnnotationUse use, String attribute) {
        Optional<String> text = use.optionalText(attribute);
        if (text.isEmpty() && Unresolved.values(use.mirror(), use.site()).isEmpty()) {
            diagnostics.error(
                    Code.BLANK,
                    use.site(attribute),
                    "the " + attribute + " of " + Annotations.written(use) + " is blank",
                    "write a value, or remove the annotation");
        }
        return text;
    }
}
