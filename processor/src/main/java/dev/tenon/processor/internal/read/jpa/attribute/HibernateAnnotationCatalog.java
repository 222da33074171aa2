package dev.tenon.processor.internal.read.jpa.attribute;

import java.util.Set;

/** The annotations of {@code org.hibernate.annotations} that affect the schema. */
public final class HibernateAnnotationCatalog {

    /** The annotations that a reader reads. */
    static final Set<String> READ = Set.of("ColumnDefault", "Comment", "Formula", "NotFound", "OnDelete");

    /** The annotations that change the type of a column, which then needs an explicit type for Tenon. */
    public static final Set<String> TYPES = Set.of(
            "Array",
            "JavaType",
            "JdbcType",
            "JdbcTypeCode",
            "Nationalized",
            "Struct",
            "TimeZoneColumn",
            "TimeZoneStorage",
            "Type");

    /** The annotations that Tenon does not support. */
    static final Set<String> REFUSED = Set.of(
            "Any",
            "AnyDiscriminator",
            "AnyKeyJavaClass",
            "Check",
            "Checks",
            "CollectionId",
            "CollectionType",
            "Columns",
            "CompositeType",
            "DiscriminatorFormula",
            "EmbeddedTable",
            "GeneratedColumn",
            "GenericGenerator",
            "JoinColumnOrFormula",
            "JoinColumnsOrFormulas",
            "JoinFormula",
            "ListIndexJdbcType",
            "ListIndexJdbcTypeCode",
            "ManyToAny",
            "MapKeyCompositeType",
            "MapKeyJdbcType",
            "MapKeyJdbcTypeCode",
            "MapKeyType",
            "NaturalId",
            "SecondaryRow",
            "SoftDelete",
            "TenantId",
            "View");

    private HibernateAnnotationCatalog() {}
}
