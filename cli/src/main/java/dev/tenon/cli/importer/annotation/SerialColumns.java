package dev.tenon.cli.importer.annotation;

import dev.tenon.schema.Column;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.SerialDefault;
import java.util.Optional;

/** Finds the columns that {@code @Identity(sequence = …)} declares completely: those of {@code serial} types. */
public final class SerialColumns {

    private final Schema schema;

    public SerialColumns(Schema schema) {
        this.schema = schema;
    }

    /** Whether the annotation of a column declares the sequence. */
    public boolean declare(Sequence sequence) {
        return sequence.owner()
                .flatMap(owner -> schema.table(owner.table())
                        .flatMap(table -> table.column(owner.column()).flatMap(column -> sequence(table, column))))
                .filter(sequence::equals)
                .isPresent();
    }

    /** Returns the sequence of the column if its annotation declares all of it. */
    Optional<Sequence> sequence(Table table, Column column) {
        Sequence.Owner owner = new Sequence.Owner(table.name(), column.name());
        return column.nullable() || column.defaultValue().isEmpty()
                ? Optional.empty()
                : schema.sequences().stream()
                        .filter(sequence -> sequence.owner()
                                        .filter(owner::equals)
                                        .isPresent()
                                && sequence.name().schema().equals(table.name().schema())
                                && sequence.type().equals(column.type())
                                && sequence.grants().isEmpty()
                                && sequence.comment().isEmpty()
                                && column.defaultValue()
                                        .filter(SerialDefault.of(sequence.name())::equals)
                                        .isPresent())
                        .findFirst();
    }
}
