package dev.tenon.cli;

import dev.tenon.cli.option.ClassesOption;
import dev.tenon.cli.option.SourcesOption;
import dev.tenon.cli.output.CommandResult;
import dev.tenon.cli.output.ExitCode;
import dev.tenon.cli.output.Output;
import dev.tenon.cli.output.Prompts;
import dev.tenon.cli.output.ResultJson;
import dev.tenon.cli.output.Terminal;
import dev.tenon.runtime.CompiledSchema;
import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.generate.NextMigration;
import dev.tenon.schema.internal.json.JsonValue;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.schema.internal.rule.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code tenon generate}: writes the next migration from the compiled snapshot, without javac and without a database.
 */
@Command(
        name = "generate",
        description = "Writes the next migration, from the newest snapshot to the compiled snapshot. On a terminal it"
                + " asks about renames and drops; otherwise use --rename and --accept.")
final class GenerateCommand extends TenonCommand {

    @Option(
            names = "--name",
            paramLabel = "NAME",
            required = true,
            description = "The name of the migration, such as add_document_chunk.")
    private String name = "";

    @Mixin
    private SourcesOption sources;

    @Mixin
    private ClassesOption classes;

    @Option(
            names = "--accept",
            paramLabel = "TOKEN",
            split = ",",
            description = "Destructive changes to accept, exactly as printed: drop-column:plan.notes")
    private List<String> accept = new ArrayList<>();

    @Option(names = "--rename", paramLabel = "OLD=NEW", description = "Renames: plan=project, or plan.title=plan.label")
    private List<String> rename = new ArrayList<>();

    @Option(names = "--dry-run", description = "Print the SQL without writing files.")
    private boolean dryRun;

    @Override
    CommandResult run(Output output) {
        MigrationDirectory directory = sources.directory();
        NextMigration next = resolved(directory, compiled(), terminal());
        MigrationDraft draft = next.draft();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(
                "changes",
                texts(draft.changes().stream()
                        .map(change -> change.path().toString())
                        .distinct()
                        .toList()));
        if (!draft.findings().isEmpty()) {
            draft.findings()
                    .forEach(finding ->
                            output.print("[" + finding.code() + "] " + finding.problem() + "; " + finding.remedy()));
            output.explain(draft.findings().stream().map(Finding::code));
            members.put(
                    "findings",
                    JsonValue.array(
                            draft.findings().stream().map(ResultJson::finding).toList()));
            return new CommandResult(ExitCode.FAILED, members);
        }
        if (draft.isEmpty()) {
            boolean sealed = !dryRun && directory.exists() && directory.recordManualParts();
            output.print("No migration written: the newest one matches these classes"
                    + (sealed ? "; recorded the handwritten SQL" : ""));
            return new CommandResult(ExitCode.DONE, members);
        }
        return dryRun ? preview(next, output, members) : written(next, directory, output, members);
    }

    private CompiledSnapshot compiled() {
        Path file = classes.snapshot()
                .filter(Files::exists)
                .orElseThrow(() -> classes.missing().exception());
        return CompiledSchema.snapshot(file);
    }

    /** Returns the next migration; on a terminal it asks about renames and acceptance tokens first. */
    private NextMigration resolved(MigrationDirectory directory, CompiledSnapshot compiled, Optional<Prompts> prompts) {
        Set<String> accepted = new LinkedHashSet<>(accept);
        List<String> renames = new ArrayList<>(rename);
        NextMigration next = next(directory, compiled, accepted, renames);
        while (prompts.isPresent() && !next.draft().findings().isEmpty()) {
            Optional<String> renamed = prompts.get().rename(next.draft());
            renamed.ifPresent(renames::add);
            if (renamed.isEmpty() && !accepted.addAll(prompts.get().acceptances(next.draft()))) {
                return next;
            }
            next = next(directory, compiled, accepted, renames);
        }
        return next;
    }

    private static NextMigration next(
            MigrationDirectory directory, CompiledSnapshot compiled, Set<String> accepted, List<String> renames) {
        try {
            return NextMigration.next(directory, compiled, accepted, renames);
        } catch (IllegalArgumentException refused) {
            throw usage(refused, "correct --rename");
        }
    }

    private CommandResult preview(NextMigration next, Output output, Map<String, JsonValue> members) {
        String sql = named(() -> next.sql(name));
        sql.lines().forEach(output::print);
        members.put("sql", JsonValue.text(sql));
        return new CommandResult(ExitCode.DONE, members);
    }

    private CommandResult written(
            NextMigration next, MigrationDirectory directory, Output output, Map<String, JsonValue> members) {
        MigrationName migration = named(() -> next.write(directory, name));
        List<String> notes = next.draft().notes();
        output.print("Wrote " + migration + ": " + notes.size() + " statements in "
                + next.draft().steps().size() + " steps");
        notes.forEach(output::print);
        members.put("migration", JsonValue.text(migration.toString()));
        members.put("statements", texts(notes));
        return new CommandResult(ExitCode.DONE, members);
    }

    /** An action that can fail because of the migration's name. */
    private interface Named<T> {
        T get();
    }

    private static <T> T named(Named<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException refused) {
            throw usage(refused, "for example --name add_document_chunk");
        }
    }

    private static RuntimeException usage(IllegalArgumentException refused, String remedy) {
        String problem = Objects.requireNonNullElse(refused.getMessage(), "an option is invalid");
        return new Fault(FaultCode.USAGE, problem, remedy).exception(refused);
    }

    private Optional<Prompts> terminal() {
        return main().output().json()
                ? Optional.empty()
                : Terminal.console()
                        .map(console -> new Prompts(
                                question -> Objects.requireNonNullElse(console.readLine("%s", question), "")));
    }

    private static JsonValue texts(List<String> texts) {
        return JsonValue.array(texts.stream().map(JsonValue::text).toList());
    }
}
