package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.MutationFile;
import dev.tenon.runtime.MutationFile.Mutation;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SqlObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** SQL-defined objects of every kind. */
final class WorkshopObjects {

    private static final String BEFORE_TABLES = "before tables";

    private WorkshopObjects() {}

    static List<SqlObject> all() throws IOException {
        return MutationFile.read(WorkshopObjects.class, "workshop-objects.txt")
                .map(WorkshopObjects::object)
                .toList();
    }

    private static SqlObject object(Mutation section) {
        List<String> said = section.expected();
        return new SqlObject(
                QualifiedName.parse(said.get(0)),
                section.sql(),
                said.get(1),
                said.contains(BEFORE_TABLES),
                List.of(),
                Optional.empty());
    }
}
