package dev.tenon.cli.output;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.isolation.FenceFinding;
import dev.tenon.runtime.isolation.FenceReport;
import dev.tenon.runtime.isolation.IsolationReport;
import dev.tenon.runtime.isolation.ObservedStatement;
import dev.tenon.runtime.isolation.ProbeResult;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.migrate.MigrationStatus;
import dev.tenon.runtime.verify.Correction;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.internal.json.JsonValue;
import dev.tenon.schema.internal.migrations.file.DirectoryProblem;
import dev.tenon.schema.internal.rule.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Results as JSON. The member names are a contract. */
public final class ResultJson {

    private ResultJson() {}

    public static JsonValue fault(Fault fault) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("code", JsonValue.text(fault.code()));
        members.put("problem", JsonValue.text(fault.problem()));
        members.put("remedy", JsonValue.text(fault.remedy()));
        fault.facts().forEach((name, value) -> members.put(name, JsonValue.text(value)));
        return JsonValue.object(members);
    }

    public static JsonValue state(MigrationState state) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("applied", JsonValue.number(state.applied()));
        members.put("expected", JsonValue.number(state.expected()));
        members.put("pending", JsonValue.number(state.pending()));
        members.put(
                "migrations",
                JsonValue.array(
                        state.migrations().stream().map(ResultJson::status).toList()));
        members.put(
                "problems",
                JsonValue.array(state.faults().stream().map(ResultJson::fault).toList()));
        return JsonValue.object(members);
    }

    private static JsonValue status(MigrationStatus status) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("number", JsonValue.number(status.migration().number()));
        members.put("name", JsonValue.text(status.migration().name()));
        members.put("state", JsonValue.text(status.progress().name().toLowerCase(Locale.ROOT)));
        members.put("stepsDone", JsonValue.number(status.done()));
        members.put("steps", JsonValue.number(status.steps()));
        members.put("undone", steps(status.undone()));
        members.put("toUndo", steps(status.toUndo()));
        status.appliedAt().ifPresent(at -> members.put("appliedAt", JsonValue.text(at.toString())));
        status.appliedBy().ifPresent(by -> members.put("appliedBy", JsonValue.text(by)));
        return JsonValue.object(members);
    }

    private static JsonValue steps(List<Integer> steps) {
        return JsonValue.array(steps.stream().map(JsonValue::number).toList());
    }

    public static JsonValue verification(VerifyResult result) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("tables", JsonValue.number(result.tables()));
        members.put(
                "differences",
                JsonValue.array(result.differences().stream()
                        .map(ResultJson::difference)
                        .toList()));
        members.put(
                "corrections",
                JsonValue.array(result.corrections().stream()
                        .map(ResultJson::correction)
                        .toList()));
        members.put(
                "notCompared",
                JsonValue.array(
                        result.notCompared().stream().map(JsonValue::text).toList()));
        members.put(
                "leftovers",
                JsonValue.array(result.leftovers().stream().map(JsonValue::text).toList()));
        members.put("compared", JsonValue.flag(result.compared()));
        members.put(
                "pending",
                JsonValue.array(
                        result.pending().stream().map(ResultJson::status).toList()));
        members.put("advice", JsonValue.text(result.gap().advice()));
        members.put(
                "problems",
                JsonValue.array(
                        result.gap().problems().stream().map(ResultJson::fault).toList()));
        return JsonValue.object(members);
    }

    private static JsonValue correction(Correction correction) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("object", JsonValue.text(correction.at().toString()));
        members.put("sql", JsonValue.text(correction.sql()));
        members.put("caution", JsonValue.text(correction.caution()));
        return JsonValue.object(members);
    }

    private static JsonValue difference(Difference difference) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("object", JsonValue.text(difference.at().toString()));
        members.put("kind", JsonValue.text(difference.kind().text()));
        members.put("attribute", JsonValue.text(difference.attribute()));
        members.put("expected", JsonValue.text(difference.expected()));
        members.put("found", JsonValue.text(difference.found()));
        return JsonValue.object(members);
    }

    /** Returns the result of each probe. */
    public static JsonValue isolation(IsolationReport report) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("isolated", JsonValue.flag(report.isolated()));
        members.put("tried", JsonValue.flag(report.tried()));
        members.put(
                "probes",
                JsonValue.array(report.results().stream().map(ResultJson::probe).toList()));
        return JsonValue.object(members);
    }

    public static JsonValue fence(FenceReport report) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("clean", JsonValue.flag(report.clean()));
        report.stage().ifPresent(stage -> members.put("stage", JsonValue.text(stage.name())));
        members.put("tables", JsonValue.number(report.tables()));
        members.put(
                "findings",
                JsonValue.array(
                        report.findings().stream().map(ResultJson::finding).toList()));
        members.put(
                "observed",
                JsonValue.array(
                        report.observed().stream().map(ResultJson::observed).toList()));
        return JsonValue.object(members);
    }

    private static JsonValue finding(FenceFinding finding) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("object", JsonValue.text(finding.at().toString()));
        members.put("kind", JsonValue.text(finding.kind().name()));
        members.put("rows", JsonValue.number(finding.rows()));
        members.put("detail", JsonValue.text(finding.detail()));
        return JsonValue.object(members);
    }

    private static JsonValue observed(ObservedStatement statement) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("role", JsonValue.text(statement.role()));
        members.put("table", JsonValue.text(statement.table()));
        members.put("statement", JsonValue.text(statement.statement()));
        members.put("sessions", JsonValue.number(statement.sessions()));
        return JsonValue.object(members);
    }

    private static JsonValue probe(ProbeResult result) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("object", JsonValue.text(result.at().toString()));
        members.put("probe", JsonValue.text(result.probe()));
        members.put("verdict", JsonValue.text(result.verdict().text()));
        members.put("detail", JsonValue.text(result.detail()));
        return JsonValue.object(members);
    }

    /** Returns a finding of a migration. */
    public static JsonValue finding(Finding finding) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("code", JsonValue.text(finding.code()));
        members.put("object", JsonValue.text(finding.at().toString()));
        members.put("problem", JsonValue.text(finding.problem()));
        members.put("remedy", JsonValue.text(finding.remedy()));
        finding.acceptance().ifPresent(acceptance -> members.put("acceptance", JsonValue.text(acceptance)));
        return JsonValue.object(members);
    }

    /** Returns the problems of a migrations directory. */
    public static JsonValue problems(List<DirectoryProblem> problems) {
        return JsonValue.array(problems.stream()
                .map(problem -> {
                    Map<String, JsonValue> members = new LinkedHashMap<>();
                    members.put("code", JsonValue.text(problem.code().code()));
                    members.put("file", JsonValue.text(problem.file()));
                    members.put("line", JsonValue.number(problem.line()));
                    members.put("column", JsonValue.number(problem.column()));
                    members.put("problem", JsonValue.text(problem.problem()));
                    members.put("remedy", JsonValue.text(problem.remedy()));
                    return JsonValue.object(members);
                })
                .toList());
    }
}
