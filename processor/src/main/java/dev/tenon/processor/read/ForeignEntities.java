package dev.tenon.processor.read;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/** Reads the entities that another library's annotations describe. */
@FunctionalInterface
public interface ForeignEntities {

    /** Reads the entities; reports their problems. */
    Result read(Workshop shop, Collection<TypeElement> classes);

    /**
     * The tables and sequences of the entities.
     *
     * @param tables the tables of entities
     * @param beside the additional tables, of collections and of table generators
     * @param sequences the sequences of generated keys
     */
    record Result(Map<TypeElement, TableDraft> tables, List<TableDraft> beside, List<CountedSequence> sequences) {}
}
