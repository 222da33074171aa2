package dev.tenon.schema.internal.json;

import dev.tenon.schema.Policy;

/** The JSON of policies, of tables and of partitions. */
final class PolicyCodec {

    static final ObjectCodec<Policy> CODEC = ObjectCodec.<Policy>building(read -> new Policy(
                    read.key(),
                    read.get("command"),
                    read.get("permissive"),
                    read.get("roles"),
                    read.get("using"),
                    read.get("check")))
            .field("command", Codec.constant(Policy.Command.class), Policy::command)
            .field("permissive", Codec.FLAG, Policy::permissive, true)
            .field("roles", SharedCodecs.NAMES, Policy::roles)
            .optional("using", Codec.TEXT, Policy::using)
            .optional("check", Codec.TEXT, Policy::check);

    private PolicyCodec() {}
}
