package dev.tenon.cli;

import dev.tenon.cli.option.DatabaseOptions;
import dev.tenon.cli.output.CommandResult;
import dev.tenon.cli.output.CorrectionScript;
import dev.tenon.cli.output.ExitCode;
import dev.tenon.cli.output.FenceTable;
import dev.tenon.cli.output.IsolationTable;
import dev.tenon.cli.output.Output;
import dev.tenon.cli.output.ResultJson;
import dev.tenon.cli.output.VerificationSummary;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.isolation.FenceReport;
import dev.tenon.runtime.isolation.IsolationReport;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.internal.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenon verify}: compares the database with its snapshot, and tests tenant isolation. */
@Command(
        name = "verify",
        description =
                "Compares the live database with the snapshot of the migrations that it has applied, for every kind"
                        + " of object and every attribute.")
final class VerifyCommand extends TenonCommand {

    @Mixin
    private DatabaseOptions database;

    @Option(
            names = "--isolation",
            description = "Also proves tenant isolation: as two test tenants, tries every access that must fail, in a"
                    + " transaction that is rolled back.")
    private boolean isolation;

    @Option(
            names = "--fence",
            description = "Also counts the rows that tenant isolation hides, or would hide at a later stage: rows"
                    + " without a tenant or of an unknown one, and references to rows of other tenants; and lists what"
                    + " was observed of admitted roles.")
    private boolean fence;

    @Option(
            names = "--strict",
            description =
                    "Also reports tables, views, sequences, types, triggers, routines and grants that the snapshot"
                            + " does not contain, in the PostgreSQL schemas that it names.")
    private boolean strict;

    @Option(
            names = "--full",
            description = "Compares everything, even if nothing has changed since the last comparison by 'tenon"
                    + " migrate'.")
    private boolean full;

    @Override
    CommandResult run(Output output) {
        Tenon tenon = database.configuration(main().environment()).load();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        VerifyResult result = result(tenon);
        result.differences().forEach(difference -> output.print(difference.toString()));
        new VerificationSummary(result).lines().forEach(output::print);
        if (!result.clean()) {
            tenon.status()
                    .migrations()
                    .forEach(migration -> migration.undoNotice().ifPresent(output::print));
        }
        CorrectionScript.of(result.corrections()).forEach(output::print);
        members.put("verification", ResultJson.verification(result));
        ExitCode exit = exit(result);
        if (fence) {
            FenceReport report = tenon.checkFence();
            FenceTable.print(report, output);
            members.put("fence", ResultJson.fence(report));
            exit = exit(report, exit);
        }
        if (isolation) {
            IsolationReport report = tenon.proveIsolation();
            IsolationTable.print(report, output);
            members.put("isolation", ResultJson.isolation(report));
            exit = exit(report, exit);
        }
        return new CommandResult(exit, members);
    }

    private static ExitCode exit(VerifyResult result) {
        if (!result.differences().isEmpty() || !result.leftovers().isEmpty()) {
            return ExitCode.DRIFT;
        }
        return result.clean() ? ExitCode.DONE : ExitCode.OUT_OF_STEP;
    }

    /** Drift outranks an untested probe: that is not proof of isolation, but no leak either. */
    private static ExitCode exit(IsolationReport report, ExitCode verified) {
        if (!report.failures().isEmpty() || verified == ExitCode.ISOLATION_BROKEN) {
            return ExitCode.ISOLATION_BROKEN;
        }
        return report.tried() || verified != ExitCode.DONE ? verified : ExitCode.OUT_OF_STEP;
    }

    private static ExitCode exit(FenceReport report, ExitCode verified) {
        boolean found = !report.findings().isEmpty() || !report.observed().isEmpty();
        if (found) {
            return ExitCode.ISOLATION_BROKEN;
        }
        return report.clean() || verified != ExitCode.DONE ? verified : ExitCode.OUT_OF_STEP;
    }

    private VerifyResult result(Tenon tenon) {
        if (strict) {
            return tenon.verifyStrictly();
        }
        return full ? tenon.verifyFully() : tenon.verify();
    }
}
