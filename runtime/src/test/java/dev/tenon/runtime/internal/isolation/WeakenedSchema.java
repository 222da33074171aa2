package dev.tenon.runtime.internal.isolation;

import dev.tenon.runtime.MutationFile;
import dev.tenon.runtime.MutationFile.Mutation;
import dev.tenon.runtime.Research;
import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.json.SnapshotJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Schemas that are weakened outside Tenon, with the mutations. */
enum WeakenedSchema {
    /** Tables. */
    RESEARCH("mutations.txt") {
        @Override
        Schema schema(Scratch scratch) {
            return Research.schema(scratch.role("app"));
        }
    },
    /** Partitioned tables. */
    PARTITIONS("partition-mutations.txt") {
        @Override
        Schema schema(Scratch scratch) {
            return golden("partitions/tenants", scratch);
        }
    },
    /** Tables with views. */
    VIEWS("view-mutations.txt") {
        @Override
        Schema schema(Scratch scratch) {
            return golden("views/tenants", scratch);
        }
    };

    private final String file;

    WeakenedSchema(String file) {
        this.file = file;
    }

    abstract Schema schema(Scratch scratch);

    /** Creates the schema in a database, and a role that it does not declare. */
    Schema create(Scratch scratch) {
        Schema schema = schema(scratch);
        scratch.role("other");
        Research.create(schema, scratch);
        return schema;
    }

    Stream<Mutation> mutations() {
        try {
            return MutationFile.read(WeakenedSchema.class, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema golden(String name, Scratch scratch) {
        Path snapshot = Path.of("../processor/src/test/golden", name, "snapshot.json");
        try {
            String text = Files.readString(snapshot)
                    .replace("authenticated", scratch.role("app"))
                    .replace("\"billing\"", "\"" + scratch.role("billing") + "\"");
            return SnapshotJson.readCompiled(text).schema();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
