package dev.tenon.processor.internal.read;

import dev.tenon.processor.internal.read.structure.GeneratorSequence;
import dev.tenon.processor.internal.read.structure.TableDraft;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/** Reads the entities that another library's annotations describe. */
@FunctionalInterface
public interface ForeignEntityReader {

    /** Reads the entities; reports their problems. */
    Result read(SharedReaders readers, Collection<TypeElement> classes);

    /**
     * The tables and sequences of the entities.
     *
     * @param tables the tables of entities
     * @param additional the additional tables, of collections and of table generators
     * @param sequences the sequences of generated keys
     */
    record Result(
            Map<TypeElement, TableDraft> tables, List<TableDraft> additional, List<GeneratorSequence> sequences) {}
}
