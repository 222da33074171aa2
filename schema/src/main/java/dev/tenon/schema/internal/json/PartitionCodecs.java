package dev.tenon.schema.internal.json;

import dev.tenon.schema.Partition;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.PartitionBound.End;
import dev.tenon.schema.PartitionStrategy;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Policy;
import dev.tenon.schema.RowSecurity;
import java.util.List;
import java.util.Optional;

/** The JSON of partitions. Their row-level security is written only if it is not that of their table. */
final class PartitionCodecs {

    private static final Codec<List<End>> ENDS = Codec.list(Codec.text(End::text, End::of));

    private static final ObjectCodec<Partition> PARTITION = ObjectCodec.<Partition>building(
                    PartitionCodecs::partition)
            .optional("from", ENDS, partition -> range(partition).map(PartitionBound.Range::from))
            .optional("to", ENDS, partition -> range(partition).map(PartitionBound.Range::to))
            .optional(
                    "values",
                    SharedCodecs.NAMES,
                    partition -> kind(partition, PartitionBound.Values.class).map(PartitionBound.Values::values))
            .field(
                    "nulls",
                    Codec.FLAG,
                    partition -> kind(partition, PartitionBound.Values.class)
                            .filter(PartitionBound.Values::nulls)
                            .isPresent(),
                    false)
            .optional(
                    "modulus",
                    Codec.NUMBER,
                    partition -> kind(partition, PartitionBound.Hash.class).map(hash -> (long) hash.modulus()))
            .optional(
                    "remainder",
                    Codec.NUMBER,
                    partition -> kind(partition, PartitionBound.Hash.class).map(hash -> (long) hash.remainder()))
            .field("otherwise", Codec.FLAG, partition -> partition.bound() instanceof PartitionBound.Otherwise, false)
            .optional(
                    "rowSecurity",
                    Codec.constant(RowSecurity.class),
                    partition ->
                            partition.ownSecurity() ? Optional.of(partition.rowSecurity()) : Optional.empty())
            .field(
                    "policies",
                    PolicyCodec.CODEC.keyed(Policy::name),
                    partition -> partition.ownSecurity() ? partition.policies() : List.of(),
                    List.of())
            .field("grants", SharedCodecs.GRANTS, Partition::grants, List.of())
            .optional("comment", Codec.TEXT, Partition::comment);

    static final ObjectCodec<Partitioning> PARTITIONING = ObjectCodec.<Partitioning>building(read -> new Partitioning(
                    read.get("strategy"), read.get("keys"), read.get("partitions"), read.get("elsewhere")))
            .field("strategy", Codec.constant(PartitionStrategy.class), Partitioning::strategy)
            .field("keys", Codec.list(IndexKeyCodec.CODEC), Partitioning::keys)
            .field("partitions", PARTITION.keyed(Partition::name), Partitioning::partitions, List.of())
            .field("elsewhere", Codec.FLAG, Partitioning::managedExternally, false);

    private PartitionCodecs() {}

    private static Partition partition(ObjectCodec.MemberValues read) {
        Partition partition = Partition.of(read.key(), bound(read), read.get("comment"))
                .withAccess(RowSecurity.DISABLED, List.of(), read.get("grants"));
        Optional<RowSecurity> own = read.get("rowSecurity");
        return own.map(security -> partition.withOwnSecurity(security, read.get("policies")))
                .orElse(partition);
    }

    private static Optional<PartitionBound.Range> range(Partition partition) {
        return kind(partition, PartitionBound.Range.class);
    }

    private static <B extends PartitionBound> Optional<B> kind(Partition partition, Class<B> kind) {
        return Optional.of(partition.bound()).filter(kind::isInstance).map(kind::cast);
    }

    private static PartitionBound bound(ObjectCodec.MemberValues read) {
        Optional<List<End>> from = read.get("from");
        Optional<List<End>> to = read.get("to");
        Optional<List<String>> values = read.get("values");
        Optional<Long> modulus = read.get("modulus");
        Optional<Long> remainder = read.get("remainder");
        if (read.<Boolean>get("otherwise")) {
            return PartitionBound.DEFAULT;
        }
        if (values.isPresent()) {
            return new PartitionBound.Values(values.get(), read.get("nulls"));
        }
        if (modulus.isPresent() && remainder.isPresent()) {
            return new PartitionBound.Hash(
                    modulus.get().intValue(), remainder.get().intValue());
        }
        if (from.isPresent() && to.isPresent()) {
            return new PartitionBound.Range(from.get(), to.get());
        }
        throw new JsonException(
                read.at(), "a partition needs 'from' and 'to', 'values', 'modulus' and 'remainder', or 'otherwise'");
    }
}
