package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.JpaAnnotations;
import dev.tenon.processor.internal.read.jpa.attribute.PrimaryKeyColumn;
import dev.tenon.processor.internal.report.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Determines the names of key columns in a table that shares the key of another table. */
final class PrimaryKeyJoins {

    private final JpaContext jpa;

    PrimaryKeyJoins(JpaContext jpa) {
        this.jpa = jpa;
    }

    /** The names, in the order of the shared key: the declared names, or else those of the shared key. */
    List<String> names(JpaAnnotations marks, List<PrimaryKeyColumn> shared) {
        marks.has("PrimaryKeyJoinColumns");
        return names(marks.all("PrimaryKeyJoinColumn"), shared);
    }

    /** The names in the order of the shared key, as the annotations declare them. */
    List<String> names(List<AnnotationUse> said, List<PrimaryKeyColumn> shared) {
        if (!said.isEmpty() && said.size() != shared.size()) {
            jpa.error(
                    DiagnosticCode.JPA_JOIN,
                    said.get(0).site(),
                    said.size() + " @PrimaryKeyJoinColumn do not match the key "
                            + shared.stream().map(PrimaryKeyColumn::name).toList(),
                    "declare one for each column of the key");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < shared.size(); i++) {
            PrimaryKeyColumn column = shared.get(i);
            names.add(find(said, column, i)
                    .flatMap(use -> use.optionalText("name"))
                    .map(jpa.naming()::physical)
                    .orElse(column.name()));
        }
        return names;
    }

    private Optional<AnnotationUse> find(List<AnnotationUse> said, PrimaryKeyColumn column, int index) {
        return said.stream()
                .filter(use -> use.optionalText("referencedColumnName")
                        .map(jpa.naming()::physical)
                        .filter(column.name()::equals)
                        .isPresent())
                .findFirst()
                .or(() -> said.stream()
                        .filter(use -> use.optionalText("referencedColumnName").isEmpty())
                        .skip(index)
                        .findFirst());
    }
}
