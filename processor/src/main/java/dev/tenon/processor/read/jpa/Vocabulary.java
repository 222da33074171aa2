package dev.tenon.processor.read.jpa;

import java.util.Map;
import java.util.Set;

/** Every annotation of Jakarta Persistence 3.2, and what Tenon does with it. */
public final class Vocabulary {

    /** What becomes of an annotation. */
    public enum Treatment {
        /** Some reader asks for it; where none does, it is misplaced. */
        READ,
        /** It says nothing about the schema. */
        NO_EFFECT,
        /** It says something about the schema that Tenon does not map. */
        REFUSED
    }

    /** Annotations that hold several of another kind as their value. */
    static final Map<String, String> CONTAINERS = Map.ofEntries(
            Map.entry("AssociationOverrides", "AssociationOverride"),
            Map.entry("AttributeOverrides", "AttributeOverride"),
            Map.entry("Converts", "Convert"),
            Map.entry("JoinColumns", "JoinColumn"),
            Map.entry("PrimaryKeyJoinColumns", "PrimaryKeyJoinColumn"),
            Map.entry("SequenceGenerators", "SequenceGenerator"),
            Map.entry("TableGenerators", "TableGenerator"));

    private static final Set<String> READ = Set.of(
            "Access",
            "AssociationOverride",
            "AssociationOverrides",
            "AttributeOverride",
            "AttributeOverrides",
            "Basic",
            "CheckConstraint",
            "CollectionTable",
            "Column",
            "Convert",
            "Converter",
            "Converts",
            "DiscriminatorColumn",
            "DiscriminatorValue",
            "ElementCollection",
            "Embeddable",
            "Embedded",
            "EmbeddedId",
            "Entity",
            "Enumerated",
            "EnumeratedValue",
            "ForeignKey",
            "GeneratedValue",
            "Id",
            "IdClass",
            "Index",
            "Inheritance",
            "JoinColumn",
            "JoinColumns",
            "JoinTable",
            "Lob",
            "ManyToMany",
            "ManyToOne",
            "MapKey",
            "MapKeyClass",
            "MapKeyColumn",
            "MapKeyEnumerated",
            "MapKeyTemporal",
            "MappedSuperclass",
            "MapsId",
            "OneToMany",
            "OneToOne",
            "OrderColumn",
            "PrimaryKeyJoinColumn",
            "PrimaryKeyJoinColumns",
            "SequenceGenerator",
            "SequenceGenerators",
            "Table",
            "TableGenerator",
            "TableGenerators",
            "Temporal",
            "Transient",
            "UniqueConstraint",
            "Version");

    private static final Set<String> NO_EFFECT = Set.of(
            "Cacheable",
            "ColumnResult",
            "ConstructorResult",
            "EntityListeners",
            "EntityResult",
            "ExcludeDefaultListeners",
            "ExcludeSuperclassListeners",
            "FieldResult",
            "NamedAttributeNode",
            "NamedEntityGraph",
            "NamedEntityGraphs",
            "NamedNativeQueries",
            "NamedNativeQuery",
            "NamedQueries",
            "NamedQuery",
            "NamedStoredProcedureQueries",
            "NamedStoredProcedureQuery",
            "NamedSubgraph",
            "OrderBy",
            "PersistenceContext",
            "PersistenceContexts",
            "PersistenceProperty",
            "PersistenceUnit",
            "PersistenceUnits",
            "PostLoad",
            "PostPersist",
            "PostRemove",
            "PostUpdate",
            "PrePersist",
            "PreRemove",
            "PreUpdate",
            "QueryHint",
            "SqlResultSetMapping",
            "SqlResultSetMappings",
            "StoredProcedureParameter");

    private Vocabulary() {}

    /** What becomes of the annotation of that simple name; one that is not known may mean anything, so it is refused. */
    public static Treatment of(String simpleName) {
        if (READ.contains(simpleName)) {
            return Treatment.READ;
        }
        return NO_EFFECT.contains(simpleName) ? Treatment.NO_EFFECT : Treatment.REFUSED;
    }
}
