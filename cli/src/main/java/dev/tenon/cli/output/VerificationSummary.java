package dev.tenon.cli.output;

import dev.tenon.runtime.verify.VerifyResult;
import java.util.ArrayList;
import java.util.List;

/** The summary of a verification, after the differences and before the SQL. */
public final class VerificationSummary {

    private final VerifyResult result;

    public VerificationSummary(VerifyResult result) {
        this.result = result;
    }

    /** Returns the lines; the last one is the total. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        result.notCompared().forEach(each -> lines.add("Not compared: " + each));
        result.leftovers().forEach(each -> lines.add("Leftover: " + each));
        result.problems().forEach(each -> lines.add("Out of step: " + each));
        if (!result.pending().isEmpty()) {
            lines.add(result.pending().size() + " pending: " + result.gap().advice());
        }
        lines.add(verdict());
        return lines;
    }

    private String verdict() {
        if (!result.compared()) {
            return "Not verified";
        }
        String tables = "Verified: " + result.tables() + " tables, ";
        if (result.differences().isEmpty() && !result.leftovers().isEmpty()) {
            return tables + result.leftovers().size() + " leftovers differ; after a review, run 'tenon baseline"
                    + " --accept-leftovers' again";
        }
        if (!result.differences().isEmpty()) {
            return tables + result.differences().size() + " differences";
        }
        return tables + (result.gap().isEmpty() ? "no drift" : "no drift from the applied migrations");
    }
}
