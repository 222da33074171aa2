package dev.tenon.cli;

import dev.tenon.cli.importer.EntitySources;
import dev.tenon.cli.importer.EntityStyle;
import dev.tenon.cli.importer.ImportStyle;
import dev.tenon.cli.importer.annotation.NullabilityStyle;
import dev.tenon.cli.importer.tenancy.TenancyRecognition;
import dev.tenon.cli.importer.tenancy.TenancyRequest;
import dev.tenon.cli.importer.tenancy.TenantKeyLookup;
import dev.tenon.cli.option.ConnectionOptions;
import dev.tenon.cli.output.CommandResult;
import dev.tenon.cli.output.ExitCode;
import dev.tenon.cli.output.Output;
import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.catalog.leftover.DatabaseContent;
import dev.tenon.runtime.internal.catalog.leftover.DatabaseReader;
import dev.tenon.runtime.internal.catalog.leftover.TenantKeyValues;
import dev.tenon.runtime.internal.session.ConnectionFaults;
import dev.tenon.schema.Leftover;
import dev.tenon.schema.internal.derive.NamingStrategy;
import dev.tenon.schema.internal.json.JsonValue;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tenon import}: writes annotated sources for an existing database. */
@Command(
        name = "import",
        description = "Writes annotated Java for an existing database. Compile it with -Atenon.generate=baseline, then"
                + " run 'tenon baseline'.")
final class ImportCommand extends TenonCommand {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The database. Default: DATABASE_URL, else PGHOST and the other PG variables.")
    private @Nullable String url;

    @Option(
            names = "--package",
            paramLabel = "NAME",
            required = true,
            description =
                    "The package for the tables in schema public; each other PostgreSQL schema gets a" + " subpackage.")
    private String base = "";

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            description = "The folder of Java sources. Default: ${DEFAULT-VALUE}.")
    private Path sources = Path.of("src/main/java");

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            description = "Style of the entities: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private EntityStyle style = EntityStyle.RECORD;

    @Option(
            names = "--naming",
            paramLabel = "STRATEGY",
            description = "How the processor derives names: ${COMPLETION-CANDIDATES}. Compile with the same"
                    + " -Atenon.naming. Default: the one that needs the fewest declared names.")
    private @Nullable NamingStrategy naming;

    @Option(
            names = "--nullable",
            paramLabel = "STYLE",
            description = "How records and classes declare nullable columns: ${COMPLETION-CANDIDATES}. Default:"
                    + " ${DEFAULT-VALUE}.")
    private NullabilityStyle nullable = NullabilityStyle.OPTIONAL;

    @Option(names = "--singular", description = "Name the class of a table with a plural name in the singular.")
    private boolean singular;

    @Option(
            names = "--tenancy",
            paramLabel = "COLUMN",
            description = "Declare the tenancy: COLUMN is the tenant column. Says what the database lacks to isolate"
                    + " tenants. Replaces sources that were imported without this option and not edited.")
    private @Nullable String tenantColumn;

    @Option(
            names = "--tenant-root",
            paramLabel = "TABLE",
            description = "The table whose rows are the tenants. Default: the table that COLUMN references.")
    private @Nullable String tenantRoot;

    @Option(
            names = "--tenant-setting",
            paramLabel = "NAME",
            description = "The setting that holds a session's tenant. Default: the one in policies, else app.COLUMN.")
    private @Nullable String tenantSetting;

    @Option(
            names = "--tenant-role",
            paramLabel = "ROLE",
            description =
                    "The application role. Default: the one in policies, else the one that writes rows of tenants,"
                            + " else authenticated.")
    private @Nullable String tenantRole;

    @Option(names = "--replace", description = "Replace sources that exist, also edited ones.")
    private boolean replace;

    @Override
    CommandResult run(Output output) {
        if (!base.matches("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*")) {
            throw new Fault(
                            FaultCode.USAGE,
                            "'" + base + "' is not a package name",
                            "specify one such as com.example.shop")
                    .exception();
        }
        refuseStrayOptions();
        EntitySources written = sources(new ConnectionOptions(main().environment()).dataSource(url));
        new SourceFolder(sources).write(written.files());
        output.print("Wrote " + written.files().size() + " files below " + sources);
        if (written.naming() != NamingStrategy.SNAKE_CASE) {
            output.print("Names follow " + written.naming().option() + ": compile with -Atenon.naming="
                    + written.naming().option());
        }
        ImportedTenancyOutput tenancy = new ImportedTenancyOutput(written);
        tenancy.print(output);
        written.leftovers().forEach(each -> output.print("Not imported: " + each.description()));
        written.cautions().forEach(each -> output.print("Check: " + each));
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(
                "files",
                JsonValue.array(
                        written.files().keySet().stream().map(JsonValue::text).toList()));
        members.put("naming", JsonValue.text(written.naming().option()));
        members.put(
                "leftovers",
                JsonValue.array(
                        written.leftovers().stream().map(ImportCommand::json).toList()));
        members.put(
                "cautions",
                JsonValue.array(written.cautions().stream().map(JsonValue::text).toList()));
        members.putAll(tenancy.json());
        return new CommandResult(ExitCode.DONE, members);
    }

    private void refuseToReplace(EntitySources written, List<Map<String, String>> replaceable) {
        if (!replace) {
            new SourceFolder(sources).refuseToReplace(written.files().keySet(), replaceable);
        }
    }

    private void refuseStrayOptions() {
        boolean stray = tenantRoot != null || tenantSetting != null || tenantRole != null;
        if (tenantColumn == null && stray) {
            throw new Fault(
                            FaultCode.USAGE,
                            "--tenant-root, --tenant-setting and --tenant-role need --tenancy",
                            "name the tenant column: --tenancy organization_id")
                    .exception();
        }
    }

    private static JsonValue json(Leftover leftover) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("kind", JsonValue.text(leftover.kind()));
        members.put("identity", JsonValue.text(leftover.identity()));
        members.put("description", JsonValue.text(leftover.description()));
        members.put("definition", JsonValue.text(leftover.definition()));
        return JsonValue.object(members);
    }

    private EntitySources sources(DataSource source) {
        ImportStyle form = new ImportStyle(style, Optional.ofNullable(naming), singular, nullable);
        try (Connection connection = source.getConnection()) {
            DatabaseContent content = DatabaseReader.read(connection);
            EntitySources plain = EntitySources.of(content, base, form);
            if (tenantColumn == null) {
                refuseToReplace(plain, List.of());
                return plain;
            }
            TenancyRequest request = new TenancyRequest(
                    tenantColumn,
                    Optional.ofNullable(tenantRoot),
                    Optional.ofNullable(tenantSetting),
                    Optional.ofNullable(tenantRole));
            EntitySources tenants = EntitySources.of(
                    content, base, form, schema -> TenancyRecognition.of(schema, request, lookup(connection)));
            refuseToReplace(tenants, List.of(plain.files(), tenants.files()));
            return tenants;
        } catch (SQLException refused) {
            throw ConnectionFaults.notOpened(refused).exception(refused);
        }
    }

    private static TenantKeyLookup lookup(Connection connection) {
        return (table, column, root, key) -> {
            try {
                return TenantKeyValues.areKeys(connection, table, column, root, key);
            } catch (SQLException refused) {
                // A role that may not read the rows cannot compare them.
                return false;
            }
        };
    }
}
