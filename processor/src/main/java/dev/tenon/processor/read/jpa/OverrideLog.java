package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.AnnotationUse;
import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Diagnostics;
import java.util.LinkedHashSet;
import java.util.Set;

/** Records the declared overrides and those that were applied, so that ineffective ones are reported. */
final class OverrideLog {

    private final Set<AnnotationUse> said = new LinkedHashSet<>();
    private final Set<AnnotationUse> met = new LinkedHashSet<>();

    void say(AnnotationUse override) {
        said.add(override);
    }

    void meet(AnnotationUse override) {
        met.add(override);
    }

    /** Reports the overrides that apply to no attribute. */
    void refuseIdle(Diagnostics diagnostics) {
        said.stream().filter(override -> !met.contains(override)).forEach(override -> {
            String attribute = override.values().containsKey("attributeName") ? "attributeName" : "name";
            diagnostics.error(
                    Code.JPA_OVERRIDE,
                    override.site(attribute),
                    "there is no attribute '" + override.text(attribute) + "' to override",
                    "name an embedded or inherited attribute, with dots between nested names");
        });
    }
}
