package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.Diagnostics;
import java.util.LinkedHashSet;
import java.util.Set;

/** Records the declared overrides and those that were applied, so that ineffective ones are reported. */
public final class OverrideLog {

    private final Set<AnnotationUse> declared = new LinkedHashSet<>();
    private final Set<AnnotationUse> met = new LinkedHashSet<>();

    void declare(AnnotationUse override) {
        declared.add(override);
    }

    void meet(AnnotationUse override) {
        met.add(override);
    }

    /** Reports the overrides that apply to no attribute. */
    public void refuseIdle(Diagnostics diagnostics) {
        declared.stream().filter(override -> !met.contains(override)).forEach(override -> {
            String attribute = override.values().containsKey("attributeName") ? "attributeName" : "name";
            diagnostics.error(
                    DiagnosticCode.JPA_OVERRIDE,
                    override.site(attribute),
                    "there is no attribute '" + override.text(attribute) + "' to override",
                    "name an embedded or inherited attribute, with dots between nested names");
        });
    }
}
