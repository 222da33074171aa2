package dev.tenon.schema.internal.ddl;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.simulation.ObjectAttribute;
import dev.tenon.schema.internal.simulation.ObjectType;
import dev.tenon.schema.internal.simulation.SchemaDefinitions;
import dev.tenon.schema.internal.sql.SequenceSql;
import java.util.Optional;

/** Statements about sequences. */
public final class SequenceDdl {

    private SequenceDdl() {}

    /** Creates the sequence without its owner and comment, which other statements set. */
    public static Ddl create(Sequence sequence) {
        return Ddl.create(
                SequenceSql.create(sequence),
                SchemaDefinitions.sequence(sequence.withOwner(Optional.empty()))
                        .with(ObjectAttribute.COMMENT, Optional.empty()));
    }

    public static Ddl alter(Sequence sequence) {
        return Ddl.alter(
                SequenceSql.alter(sequence),
                CatalogName.relation(sequence.name()),
                ObjectAttribute.OPTIONS,
                SchemaDefinitions.sequenceOptions(sequence));
    }

    public static Ddl setOwner(QualifiedName sequence, Optional<Sequence.Owner> owner) {
        return Ddl.alter(
                SequenceSql.setOwner(sequence, owner),
                CatalogName.relation(sequence),
                ObjectAttribute.OWNER,
                owner.isPresent(),
                SchemaDefinitions.sequenceOwner(owner));
    }

    public static Ddl drop(QualifiedName sequence) {
        return Ddl.drop(SequenceSql.drop(sequence), ObjectType.SEQUENCE, CatalogName.relation(sequence));
    }

    public static Ddl rename(QualifiedName sequence, String name) {
        return Ddl.rename(
                SequenceSql.rename(sequence, name),
                CatalogName.relation(sequence),
                CatalogName.relation(sequence.withName(name)));
    }

    public static Ddl comment(QualifiedName sequence, Optional<String> comment) {
        return Ddl.alter(
                SequenceSql.comment(sequence, comment),
                CatalogName.relation(sequence),
                ObjectAttribute.COMMENT,
                comment);
    }
}
