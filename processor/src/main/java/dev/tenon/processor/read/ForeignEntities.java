package dev.tenon.processor.read;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/** Reads the entities that another library's annotations describe. */
@FunctionalInterface
public interface ForeignEntities {

    /** Reads them; reports what is wrong with them. */
    Result read(Workshop shop, Collection<TypeElement> classes);

    /**
     * What was read.
     *
     * @param tables the tables of entities
     * @param beside the tables that hold what entities have several of, and what keys are counted in
     * @param sequences the sequences that keys are taken from
     */
    record Result(Map<TypeElement, TableDraft> tables, List<TableDraft> beside, List<CountedSequence> sequences) {}
}
