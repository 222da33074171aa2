package dev.tenon.cli.output;

import dev.tenon.runtime.isolation.IsolationReport;
import dev.tenon.runtime.isolation.ProbeResult;
import dev.tenon.runtime.isolation.Verdict;
import dev.tenon.schema.ObjectPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints an isolation report: one line for each table, and every leak. */
public final class IsolationTable {

    private IsolationTable() {}

    public static void print(IsolationReport report, Output output) {
        if (!report.tried()) {
            report.results().forEach(result -> output.print("Isolation: not proved, because " + result.detail()));
            return;
        }
        Map<ObjectPath, List<ProbeResult>> byObject = new LinkedHashMap<>();
        report.results()
                .forEach(result -> byObject.computeIfAbsent(result.at(), at -> new ArrayList<>())
                        .add(result));
        TextTable table = new TextTable("object", "held", "not applicable", "warning", "not proven", "broken");
        byObject.forEach((at, results) -> table.row(
                at.toString(),
                count(results, Verdict.HELD),
                count(results, Verdict.NOT_APPLICABLE),
                count(results, Verdict.WARNING),
                count(results, Verdict.NOT_PROVEN),
                count(results, Verdict.BROKEN)));
        output.print("");
        table.lines().forEach(output::print);
        output.print("");
        report.warnings()
                .forEach(warning ->
                        output.print(warning.at() + ": warning of " + warning.probe() + ": " + warning.detail()));
        report.failures()
                .forEach(failure -> output.print(failure.at() + ": " + failure.probe() + " is "
                        + failure.verdict().text() + ": " + failure.detail()));
        output.print("Isolation: " + report.results().size() + " probes, "
                + (report.warnings().isEmpty() ? "" : report.warnings().size() + " with a warning, ")
                + (report.isolated() ? "no leak" : report.failures().size() + " failed"));
    }

    private static String count(List<ProbeResult> results, Verdict verdict) {
        long count =
                results.stream().filter(result -> result.verdict() == verdict).count();
        return count == 0 ? "" : Long.toString(count);
    }
}
