package dev.tenon.schema.internal.json;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SequenceOptions;

/** The JSON of sequences, including those of identity columns. */
final class SequenceCodecs {

    static final ObjectCodec<SequenceOptions> OPTIONS = ObjectCodec.<SequenceOptions>building(
                    read -> new SequenceOptions(
                            read.get("start"),
                            read.get("increment"),
                            read.get("min"),
                            read.get("max"),
                            read.get("cache"),
                            read.get("cycle")))
            .optional("start", Codec.NUMBER, SequenceOptions::start)
            .field("increment", Codec.NUMBER, SequenceOptions::increment, 1L)
            .optional("min", Codec.NUMBER, SequenceOptions::min)
            .optional("max", Codec.NUMBER, SequenceOptions::max)
            .field("cache", Codec.NUMBER, SequenceOptions::cache, 1L)
            .field("cycle", Codec.FLAG, SequenceOptions::cycle, false);

    private static final ObjectCodec<Sequence.Owner> OWNER = ObjectCodec.<Sequence.Owner>building(
                    read -> new Sequence.Owner(read.get("table"), read.get("column")))
            .field("table", SharedCodecs.NAME, Sequence.Owner::table)
            .field("column", Codec.TEXT, Sequence.Owner::column);

    static final ObjectCodec<Sequence> SEQUENCE = ObjectCodec.<Sequence>building(read -> new Sequence(
                    QualifiedName.parse(read.key()),
                    read.get("type"),
                    read.get("options"),
                    read.get("owner"),
                    read.get("grants"),
                    read.get("comment")))
            .field("type", SharedCodecs.TYPE, Sequence::type, ColumnType.builtin("bigint"))
            .field("options", OPTIONS, Sequence::options, SequenceOptions.DEFAULT)
            .optional("owner", OWNER, Sequence::owner)
            .field("grants", SharedCodecs.GRANTS, Sequence::grants, java.util.List.of())
            .optional("comment", Codec.TEXT, Sequence::comment);

    private SequenceCodecs() {}
}
