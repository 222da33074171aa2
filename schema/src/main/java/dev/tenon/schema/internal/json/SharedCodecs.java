package dev.tenon.schema.internal.json;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The codecs that several kinds of objects share. */
final class SharedCodecs {

    static final Codec<QualifiedName> NAME = Codec.text(QualifiedName::toString, QualifiedName::parse);
    static final Codec<ColumnType> TYPE = Codec.text(ColumnType::toString, ColumnType::parse);
    static final Codec<List<String>> NAMES = Codec.list(Codec.TEXT);
    static final Codec<List<Grant>> GRANTS = grants();

    private SharedCodecs() {}

    private static Codec<List<Grant>> grants() {
        Codec<List<Privilege>> privileges = Codec.list(Codec.constant(Privilege.class));
        Codec<Map<String, List<Privilege>>> byGrantee = Codec.map(privileges);
        return Codec.of(
                grants -> {
                    Map<String, List<Privilege>> map = new TreeMap<>();
                    grants.forEach(grant -> map.put(grant.grantee(), grant.privileges()));
                    return byGrantee.write(map);
                },
                json -> byGrantee.read(json).entrySet().stream()
                        .map(entry -> new Grant(entry.getKey(), entry.getValue()))
                        .toList());
    }
}
