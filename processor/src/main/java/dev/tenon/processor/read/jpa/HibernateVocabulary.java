package dev.tenon.processor.read.jpa;

import java.util.Set;

/** The annotations of {@code org.hibernate.annotations} that say something about the schema. */
final class HibernateVocabulary {

    /** Those that some reader asks for. */
    static final Set<String> READ = Set.of("ColumnDefault", "Comment", "Formula", "NotFound", "OnDelete");

    /** Those that change the type of a column, which Tenon must be told in its own words. */
    static final Set<String> TYPES = Set.of(
            "Array",
            "JavaType",
            "JdbcType",
            "JdbcTypeCode",
            "Nationalized",
            "Struct",
            "TimeZoneColumn",
            "TimeZoneStorage",
            "Type");

    /** Those that are not mapped. */
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

    private HibernateVocabulary() {}
}
