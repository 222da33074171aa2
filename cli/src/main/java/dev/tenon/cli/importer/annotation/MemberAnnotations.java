package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.AnnotationSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The annotations that constraints and indexes of a table leave on the members of its columns. */
public final class MemberAnnotations {

    private final Map<String, AnnotationSpec> references = new TreeMap<>();
    private final Map<String, List<AnnotationSpec>> others = new TreeMap<>();

    boolean refers(String column) {
        return references.containsKey(column);
    }

    void refer(String column, AnnotationSpec reference) {
        references.put(column, reference);
    }

    /** Adds an annotation of the column's member. */
    public void add(String column, AnnotationSpec annotation) {
        others.computeIfAbsent(column, each -> new ArrayList<>()).add(annotation);
    }

    /** Returns the annotations of the column's member: its reference first. */
    public List<AnnotationSpec> of(String column) {
        List<AnnotationSpec> all = new ArrayList<>();
        AnnotationSpec reference = references.get(column);
        if (reference != null) {
            all.add(reference);
        }
        all.addAll(others.getOrDefault(column, List.of()));
        return all;
    }
}
