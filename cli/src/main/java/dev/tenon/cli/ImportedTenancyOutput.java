package dev.tenon.cli;

import dev.tenon.cli.importer.EntitySources;
import dev.tenon.cli.importer.tenancy.TenancyFinding;
import dev.tenon.cli.output.Output;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.internal.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints the tenancy of imported sources, and what the database lacks to isolate tenants. */
final class ImportedTenancyOutput {

    private final EntitySources sources;

    ImportedTenancyOutput(EntitySources sources) {
        this.sources = sources;
    }

    /** Prints it for people; nothing without a tenancy. */
    void print(Output output) {
        sources.tenancy().ifPresent(tenancy -> {
            output.print("Tenants are the rows of " + tenancy.root().display() + "; column " + tenancy.column()
                    + ", setting " + tenancy.setting() + ", role " + tenancy.role());
            sources.findings().stream()
                    .filter(finding -> finding.kind() != TenancyFinding.Kind.DECISION)
                    .forEach(finding -> output.print("Tenancy: " + finding));
            List<TenancyFinding> decisions = sources.findings().stream()
                    .filter(finding -> finding.kind() == TenancyFinding.Kind.DECISION)
                    .toList();
            decisions.forEach(finding -> output.print("Decide: " + finding));
            if (!sources.accepted().isEmpty()) {
                output.print("Generate with --accept " + String.join(",", sources.accepted()));
            }
        });
    }

    /** Returns it as members of the command's result. */
    Map<String, JsonValue> json() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        sources.tenancy().ifPresent(tenancy -> {
            members.put("tenancy", json(tenancy));
            members.put(
                    "accept",
                    JsonValue.array(
                            sources.accepted().stream().map(JsonValue::text).toList()));
            members.put(
                    "findings",
                    JsonValue.array(sources.findings().stream()
                            .map(ImportedTenancyOutput::json)
                            .toList()));
        });
        return members;
    }

    private static JsonValue json(Tenancy tenancy) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("root", JsonValue.text(tenancy.root().toString()));
        members.put("column", JsonValue.text(tenancy.column()));
        members.put("setting", JsonValue.text(tenancy.setting()));
        members.put("role", JsonValue.text(tenancy.role()));
        return JsonValue.object(members);
    }

    private static JsonValue json(TenancyFinding finding) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("kind", JsonValue.text(finding.kind().name().toLowerCase(Locale.ROOT)));
        members.put("object", JsonValue.text(finding.object()));
        members.put("text", JsonValue.text(finding.text()));
        return JsonValue.object(members);
    }
}
