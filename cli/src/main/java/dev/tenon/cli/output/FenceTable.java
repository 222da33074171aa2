package dev.tenon.cli.output;

import dev.tenon.runtime.isolation.FenceReport;

/** Prints what row-level security hides, or would hide: one line for each finding, and what was observed. */
public final class FenceTable {

    private FenceTable() {}

    public static void print(FenceReport report, Output output) {
        if (report.stage().isEmpty()) {
            output.print("Fence: not checked, because the snapshot declares no tenancy; declare it on a package:"
                    + " @Schema(tenancy = …)");
            return;
        }
        report.findings().forEach(finding -> output.print(finding.toString()));
        if (!report.observed().isEmpty()) {
            TextTable table = new TextTable("role", "table", "sessions", "statement");
            report.observed()
                    .forEach(each -> table.row(
                            each.role(),
                            each.table(),
                            Long.toString(each.sessions()),
                            each.statement().replaceAll("\\s+", " ")));
            output.print("");
            table.lines().forEach(output::print);
            output.print("");
        }
        output.print("Fence: stage " + report.stage().get() + ", " + report.tables() + " tables, "
                + (report.clean()
                        ? "every row has its tenant"
                        : counted(report.findings().size(), "finding") + ", "
                                + counted(report.observed().size(), "observed statement")));
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
