package dev.tenon.processor.read;

import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Diagnostics;
import dev.tenon.processor.report.Sites;
import java.util.Optional;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What every reader needs.
 *
 * @param elements javac's elements
 * @param types javac's types
 * @param annotations finds annotations
 * @param naming names what has no name
 * @param diagnostics takes problems
 * @param sites remembers where each object of the model was read
 */
public record ReadContext(
        Elements elements,
        Types types,
        Annotations annotations,
        NamingStrategy naming,
        Diagnostics diagnostics,
        Sites sites) {

    /** A text that must say something; reports it when it does not. */
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
